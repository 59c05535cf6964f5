import type { LiveOrder } from "../../shopify/live-order.ts";
import type { EffectPlan, EffectTask } from "./effect-plan.ts";
import { findParts } from "./find-parts.ts";

/**
 * What tells Shopify that a pickup is ready. No field of a fulfillment order says whether it was
 * told before, so after an unknown outcome it is told again: a second mail, rather than none.
 */
export function planPickup(task: EffectTask, live: LiveOrder): EffectPlan {
  if (task.status === "completed") return { kind: "already", note: "The customer has it." };
  if (task.status !== "packed") return { kind: "obsolete", note: `The task is ${task.status}.` };
  const ready = findParts(live, task).filter((part) => part.deliveryMethodType === "PICK_UP");
  if (ready.length === 0)
    return { kind: "already", note: "No pickup units are left at the store." };
  const fulfillmentOrderIds = ready.map((part) => part.id);
  return { kind: "send", calls: [{ kind: "prepare_for_pickup", fulfillmentOrderIds }] };
}
