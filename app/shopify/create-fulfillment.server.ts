import { adminGraphql } from "./admin-graphql.server.ts";
import { createFulfillment as document } from "./documents/fulfillment-orders.ts";
import { gid, numericId } from "./gid.ts";
import type { FulfillmentOrderLineUnits } from "./live-order.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toLineInputs, toResult } from "./mutation-result.ts";

export interface NewFulfillment {
  /** All of one order and one location; absent lines mean everything left. */
  readonly parts: readonly {
    readonly fulfillmentOrderId: string;
    readonly lines?: readonly FulfillmentOrderLineUnits[];
  }[];
  readonly notifyCustomer: boolean;
  readonly tracking?: { readonly company: string; readonly number: string };
}

/**
 * Ships units. Not idempotent: when the ShopifyError thrown says `outcomeUnknown`, read what is left
 * to fulfil before repeating.
 */
export async function createFulfillment(
  shopId: string,
  fulfillment: NewFulfillment,
): Promise<MutationResult<{ readonly fulfillmentId: string | null }>> {
  const { fulfillmentCreate: payload } = await adminGraphql<{
    fulfillmentCreate: {
      fulfillment: { id: string } | null;
      userErrors: readonly RawUserError[];
    };
  }>(shopId, document, { fulfillment: toInput(fulfillment) });
  const made = payload.fulfillment;
  return toResult(payload.userErrors, () => ({ fulfillmentId: made ? numericId(made.id) : null }));
}

function toInput({ parts, notifyCustomer, tracking }: NewFulfillment) {
  return {
    notifyCustomer,
    lineItemsByFulfillmentOrder: parts.map((part) => ({
      fulfillmentOrderId: gid("FulfillmentOrder", part.fulfillmentOrderId),
      ...(part.lines ? { fulfillmentOrderLineItems: toLineInputs(part.lines) } : {}),
    })),
    ...(tracking ? { trackingInfo: tracking } : {}),
  };
}
