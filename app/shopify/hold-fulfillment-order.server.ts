import { adminGraphql } from "./admin-graphql.server.ts";
import { holdFulfillmentOrder as document } from "./documents/fulfillment-orders.ts";
import { gid, numericId } from "./gid.ts";
import type { FulfillmentOrderLineUnits } from "./live-order.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toLineInputs, toResult } from "./mutation-result.ts";

export type HoldReason =
  | "AWAITING_PAYMENT"
  | "AWAITING_RETURN_ITEMS"
  | "HIGH_RISK_OF_FRAUD"
  | "INCORRECT_ADDRESS"
  | "INVENTORY_OUT_OF_STOCK"
  | "ONLINE_STORE_POST_PURCHASE_CROSS_SELL"
  | "OTHER"
  | "UNKNOWN_DELIVERY_DATE";

export interface Hold {
  /** At most 64 characters; one active hold per handle and app on a fulfillment order. */
  readonly handle: string;
  readonly reason: HoldReason;
  readonly reasonNotes: string;
  /** The part to hold; absent holds everything. The rest moves to a new fulfillment order. */
  readonly lines?: readonly FulfillmentOrderLineUnits[];
}

/** Our handle makes it repeatable: a second try answers DUPLICATE_FULFILLMENT_HOLD_HANDLE. */
export async function holdFulfillmentOrder(
  shopId: string,
  fulfillmentOrderId: string,
  hold: Hold,
): Promise<MutationResult<{ readonly holdId: string | null }>> {
  const { fulfillmentOrderHold: payload } = await adminGraphql<{
    fulfillmentOrderHold: {
      fulfillmentHold: { id: string } | null;
      userErrors: readonly RawUserError[];
    };
  }>(shopId, document, {
    id: gid("FulfillmentOrder", fulfillmentOrderId),
    hold: {
      handle: hold.handle,
      reason: hold.reason,
      reasonNotes: hold.reasonNotes,
      ...(hold.lines ? { fulfillmentOrderLineItems: toLineInputs(hold.lines) } : {}),
    },
  });
  const placed = payload.fulfillmentHold;
  return toResult(payload.userErrors, () => ({ holdId: placed ? numericId(placed.id) : null }));
}
