import { adminGraphql } from "./admin-graphql.server.ts";
import { adjustQuantities } from "./documents/inventory.ts";
import { gid } from "./gid.ts";
import type { LevelKey } from "./live-level.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

export interface Adjustment extends LevelKey {
  /** Units added to `available`; on hand follows. */
  readonly delta: number;
  /** Only if `available` is this now; null whatever it is. */
  readonly changeFromQuantity: number | null;
  readonly reason: "correction" | "shrinkage";
  /** Same key and same figures: done once, however often it is sent. */
  readonly idempotencyKey: string;
}

/**
 * Changes the available quantity of an item at a location. `CHANGE_FROM_QUANTITY_STALE` among the
 * errors means someone was faster. Safe to repeat after an unknown outcome. Throws ShopifyError.
 */
export async function adjustQuantity(
  shopId: string,
  adjustment: Adjustment,
): Promise<MutationResult> {
  const { inventoryAdjustQuantities: payload } = await adminGraphql<{
    inventoryAdjustQuantities: { userErrors: readonly RawUserError[] };
  }>(shopId, adjustQuantities, {
    key: adjustment.idempotencyKey,
    input: {
      name: "available",
      reason: adjustment.reason,
      changes: [
        {
          inventoryItemId: gid("InventoryItem", adjustment.inventoryItemId),
          locationId: gid("Location", adjustment.locationId),
          delta: adjustment.delta,
          changeFromQuantity: adjustment.changeFromQuantity,
        },
      ],
    },
  });
  return toResult(payload.userErrors, () => ({}));
}
