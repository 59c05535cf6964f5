import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { JobOutcome } from "../queue/outcome.ts";
import { done, snooze } from "../queue/outcome.ts";
import type { ShopContext } from "../shop-context.ts";
import { systemContext } from "../shop-context.ts";
import { ShopifyError } from "../shopify/errors.ts";
import { isLockOut } from "#app/shopify/is-lock-out.ts";
import { readOrders } from "../shopify/read-orders.server.ts";
import { correctShelf } from "./internal/correct-shelf.server.ts";
import { describeRefusal } from "./internal/describe-refusal.ts";
import type { EffectCall } from "./internal/effect-plan.ts";
import type { EffectEnd } from "./internal/finish-effect.server.ts";
import { finishEffect } from "./internal/finish-effect.server.ts";
import { isAnotherOnItsWay } from "./internal/is-another-on-its-way.server.ts";
import type { Effect } from "./internal/load-effect.server.ts";
import { loadEffect } from "./internal/load-effect.server.ts";
import { markNotSent, markSent } from "./internal/mark-sent.server.ts";
import type { OrderEffectKind } from "./internal/plan-effect.ts";
import { planEffect } from "./internal/plan-effect.ts";
import { sendCall } from "./internal/send-call.server.ts";

/** Reads and sends again after a refusal, because it may only mean that the order has changed. */
const rounds = 3;

/**
 * Job `settle-intent`: carries out one effect of picking in Shopify. The intent is committed as sent
 * before the call; whatever happens then, running the job again reads Shopify first and sends only
 * what is missing. A refusal that stays, or an error no retry can mend, becomes an exception.
 */
export async function settleIntent(
  { shopId, intentId }: { readonly shopId: string; readonly intentId: string },
  clock: Clock = systemClock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  const effect = await loadEffect(shop, intentId);
  if (!effect) return done;
  if (effect.kind === "fulfil" && (await isAnotherOnItsWay(shop, effect))) return snooze(2);
  try {
    const end = await carryOut(shop, effect);
    if (end === "fenced") return snooze(5);
    await finishEffect(shop, effect, end);
    return done;
  } catch (error) {
    return endFailed(shop, effect, error);
  }
}

async function carryOut(shop: ShopContext, effect: Effect): Promise<EffectEnd | "fenced"> {
  const { kind } = effect;
  if (kind === "correct_stock") return correctShelf(shop, effect);
  let refusal = "";
  let current: Effect | null = effect;
  for (let round = 1; round <= rounds; round += 1) {
    const step = await takeStep(shop, current, kind);
    if (step === "fenced" || step.kind !== "refused_now") return step;
    refusal = step.message;
    await markNotSent(shop, current);
    current = await loadEffect(shop, effect.intentId);
    if (!current) return "fenced";
  }
  return { kind: "failed", message: refusal };
}

type Step = EffectEnd | "fenced" | { readonly kind: "refused_now"; readonly message: string };

/** Reads the order, plans, sends. */
async function takeStep(shop: ShopContext, effect: Effect, kind: OrderEffectKind): Promise<Step> {
  const [live] = await readOrders(shop.shopId, [effect.orderId]);
  if (!live) return { kind: "obsolete", note: "Shopify no longer has the order." };
  const plan = planEffect(effect, kind, live);
  switch (plan.kind) {
    case "already":
      return { kind: "confirmed", note: plan.note, isOurs: effect.isOutcomeUnknown };
    case "obsolete":
      return plan;
    case "refused":
      return { kind: "failed", message: plan.message };
    case "send":
      if (!(await markSent(shop, effect, plan.before))) return "fenced";
      return sendAll(shop, effect, plan.calls);
  }
}

async function sendAll(
  shop: ShopContext,
  effect: Effect,
  calls: readonly EffectCall[],
): Promise<Step> {
  let fulfillmentId: string | null | undefined;
  for (const call of calls) {
    const result = await sendCall(shop.shopId, effect, call);
    if (!result.ok) return { kind: "refused_now", message: describeRefusal(result) };
    fulfillmentId ??= result.fulfillmentId;
  }
  const made = fulfillmentId ? { fulfillmentId } : {};
  return { kind: "confirmed", note: "Sent.", isOurs: true, ...made };
}

async function endFailed(shop: ShopContext, effect: Effect, error: unknown): Promise<JobOutcome> {
  if (!(error instanceof ShopifyError) || error.outcomeUnknown) throw error;
  if (isLockOut(error)) {
    await markNotSent(shop, effect);
    throw error;
  }
  if (error.retry === "never") {
    await finishEffect(shop, effect, { kind: "failed", message: error.message });
    return done;
  }
  await markNotSent(shop, effect);
  if (error.retryAfterSeconds === undefined) throw error;
  return snooze(error.retryAfterSeconds);
}
