import { adminGraphql } from "./admin-graphql.server.ts";
import { moveQuantities } from "./documents/inventory.ts";
import { gid } from "./gid.ts";
import type { LevelKey } from "./live-level.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

export interface DamagedUnits extends LevelKey {
  readonly units: number;
  /** Names the pick task in Shopify's inventory history; an uri. */
  readonly documentUri: string;
  readonly idempotencyKey: string;
}

/**
 * Moves units from available to damaged at one location; on hand stays. Safe to repeat after an
 * unknown outcome. Throws ShopifyError.
 */
export async function moveToDamaged(
  shopId: string,
  { units, documentUri, idempotencyKey, ...level }: DamagedUnits,
): Promise<MutationResult> {
  const locationId = gid("Location", level.locationId);
  const { inventoryMoveQuantities: payload } = await adminGraphql<{
    inventoryMoveQuantities: { userErrors: readonly RawUserError[] };
  }>(shopId, moveQuantities, {
    key: idempotencyKey,
    input: {
      reason: "damaged",
      referenceDocumentUri: documentUri,
      changes: [
        {
          inventoryItemId: gid("InventoryItem", level.inventoryItemId),
          quantity: units,
          from: { locationId, name: "available", changeFromQuantity: null },
          to: {
            locationId,
            name: "damaged",
            changeFromQuantity: null,
            ledgerDocumentUri: documentUri,
          },
        },
      ],
    },
  });
  return toResult(payload.userErrors, () => ({}));
}
