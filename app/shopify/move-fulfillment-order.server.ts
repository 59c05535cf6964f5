import { adminGraphql } from "./admin-graphql.server.ts";
import { moveFulfillmentOrder as document } from "./documents/fulfillment-orders.ts";
import { gid, numericId } from "./gid.ts";
import type { FulfillmentOrderLineUnits } from "./live-order.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toLineInputs, toResult } from "./mutation-result.ts";

export interface Move {
  readonly fulfillmentOrderId: string;
  readonly locationId: string;
  /** The part to move; absent moves everything unfulfilled. */
  readonly lines?: readonly FulfillmentOrderLineUnits[];
}

/**
 * Assigns a fulfillment order, or some of its units, to another location. A part gets a new
 * fulfillment order with new line ids, and even a whole move may end in another one (Shopify merges
 * into an open fulfillment order of the same order there), so ids known before must be read again.
 *
 * Not idempotent: when the ShopifyError thrown says `outcomeUnknown`, read before repeating.
 */
export async function moveFulfillmentOrder(
  shopId: string,
  move: Move,
): Promise<MutationResult<{ readonly movedFulfillmentOrderId: string | null }>> {
  const { fulfillmentOrderMove: payload } = await adminGraphql<{
    fulfillmentOrderMove: {
      movedFulfillmentOrder: { id: string } | null;
      userErrors: readonly RawUserError[];
    };
  }>(shopId, document, {
    id: gid("FulfillmentOrder", move.fulfillmentOrderId),
    newLocationId: gid("Location", move.locationId),
    ...(move.lines ? { lines: toLineInputs(move.lines) } : {}),
  });
  const moved = payload.movedFulfillmentOrder;
  return toResult(payload.userErrors, () => ({
    movedFulfillmentOrderId: moved ? numericId(moved.id) : null,
  }));
}
