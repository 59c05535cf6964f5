import type { LiveOrder } from "../../shopify/live-order.ts";
import type { EffectPlan } from "./effect-plan.ts";
import type { Effect } from "./load-effect.server.ts";
import { planFulfilment } from "./plan-fulfilment.ts";
import { planOpening } from "./plan-opening.ts";
import { planPickup } from "./plan-pickup.ts";
import { planProgress } from "./plan-progress.ts";

export type OrderEffectKind = Exclude<Effect["kind"], "correct_stock">;

/** The difference between what an intent wants and the order as Shopify has it now. */
export function planEffect(effect: Effect, kind: OrderEffectKind, live: LiveOrder): EffectPlan {
  switch (kind) {
    case "report_progress":
      return planProgress(effect.task, live);
    case "open_progress":
      return planOpening(effect.task, live, effect.others);
    case "ready_for_pickup":
      return planPickup(effect.task, live);
    case "fulfil":
      return planFulfilment(effect.task, live, effect.before);
  }
}
