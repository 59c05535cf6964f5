import { createFulfillment } from "../../shopify/create-fulfillment.server.ts";
import type { MutationResult } from "../../shopify/mutation-result.ts";
import { openFulfillmentOrder } from "../../shopify/open-fulfillment-order.server.ts";
import { prepareForPickup } from "../../shopify/prepare-for-pickup.server.ts";
import { reportProgress } from "../../shopify/report-progress.server.ts";
import type { EffectCall } from "./effect-plan.ts";
import type { Effect } from "./load-effect.server.ts";

/** Makes one planned mutation. Throws ShopifyError. */
export async function sendCall(
  shopId: string,
  effect: Effect,
  call: EffectCall,
): Promise<MutationResult<{ readonly fulfillmentId?: string | null }>> {
  switch (call.kind) {
    case "report_progress":
      return reportProgress(shopId, call.fulfillmentOrderId, `Being picked at ${effect.store}`);
    case "open":
      return openFulfillmentOrder(shopId, call.fulfillmentOrderId);
    case "prepare_for_pickup":
      return acceptRepeat(await prepareForPickup(shopId, call.fulfillmentOrderIds), effect);
    case "fulfil":
      return createFulfillment(shopId, {
        parts: call.parts,
        notifyCustomer: effect.notifyCustomer,
        ...trackingOf(effect),
      });
  }
}

/** Told before, with an unknown outcome: then nothing being left to prepare is what we wanted. */
function acceptRepeat(result: MutationResult, effect: Effect): MutationResult {
  const wasPrepared =
    !result.ok &&
    effect.isOutcomeUnknown &&
    result.errors.every((error) => error.code === "NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER");
  return wasPrepared ? { ok: true } : result;
}

function trackingOf({ task: { trackingCompany, trackingNumber } }: Effect) {
  if (!trackingNumber) return {};
  return { tracking: { company: trackingCompany, number: trackingNumber } };
}
