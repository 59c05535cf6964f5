import type { LiveFulfillmentOrder, LiveOrder } from "../../shopify/live-order.ts";
import type { EffectPlan, EffectTask, FulfilledPart, UnitsBefore } from "./effect-plan.ts";
import { findParts, isElsewhere } from "./find-parts.ts";

/**
 * What ships a completed task's units. Creating a fulfilment is not idempotent, so `before`, the
 * units left when we first sent it, tells after an unknown outcome how many have gone since: only
 * the others are sent. Units somebody else shipped or removed are not missed.
 */
export function planFulfilment(
  task: EffectTask,
  live: LiveOrder,
  before: UnitsBefore | undefined,
): EffectPlan {
  const parts = findParts(live, task);
  const here = countUnits(parts, task);
  const missing = new Map(
    task.lines.map(({ lineItemId, units }) => {
      const left = here[lineItemId] ?? 0;
      const gone = (before?.[lineItemId] ?? left) - left;
      return [lineItemId, Math.max(0, Math.min(units - gone, left))];
    }),
  );
  if ([...missing.values()].every((units) => units === 0)) {
    const isLost = before === undefined && isElsewhere(live, task);
    return isLost
      ? { kind: "refused", message: "The units are no longer at this store in Shopify." }
      : { kind: "already", note: "Nothing of it is left to fulfil." };
  }
  const fulfillable = parts.filter((part) => part.supportedActions.includes("CREATE_FULFILLMENT"));
  const chosen = fulfillable
    .map((part) => takeFrom(part, missing))
    .filter((part) => part.lines.length > 0);
  if (chosen.length === 0) return { kind: "refused", message: describeBlocked(parts) };
  return { kind: "send", calls: [{ kind: "fulfil", parts: chosen }], before: before ?? here };
}

function countUnits(parts: readonly LiveFulfillmentOrder[], task: EffectTask): UnitsBefore {
  const lines = parts.flatMap((part) => part.lines);
  return Object.fromEntries(
    task.lines.map(({ lineItemId }) => [
      lineItemId,
      lines
        .filter((line) => line.lineItemId === lineItemId)
        .reduce((units, line) => units + line.remainingQuantity, 0),
    ]),
  );
}

/** Takes what is missing from one fulfillment order, and lowers `missing` by it. */
function takeFrom(part: LiveFulfillmentOrder, missing: Map<string, number>): FulfilledPart {
  const lines = part.lines.flatMap((line) => {
    const left = missing.get(line.lineItemId) ?? 0;
    const units = Math.min(left, line.remainingQuantity);
    if (units === 0) return [];
    missing.set(line.lineItemId, left - units);
    return [{ fulfillmentOrderLineId: line.id, units }];
  });
  return { fulfillmentOrderId: part.id, lines };
}

function describeBlocked(parts: readonly LiveFulfillmentOrder[]): string {
  const held = parts.some((part) => part.status === "ON_HOLD");
  return held
    ? "The order is on hold in Shopify."
    : "Shopify does not allow it to be fulfilled now.";
}
