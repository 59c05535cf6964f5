import type { LiveOrder } from "../../shopify/live-order.ts";
import { isStarted } from "../task-status.ts";
import type { EffectPlan, EffectTask } from "./effect-plan.ts";
import { findParts } from "./find-parts.ts";

/**
 * What takes back the reported progress of a task nobody works on: every part in progress, except
 * those that a colleague's started task of the same order (`others`) shares.
 */
export function planOpening(
  task: EffectTask,
  live: LiveOrder,
  others: readonly EffectTask[],
): EffectPlan {
  if (isStarted(task.status)) return { kind: "obsolete", note: "Somebody works on it again." };
  const shared = new Set(
    others
      .filter((other) => isStarted(other.status))
      .flatMap((other) => findParts(live, other).map((part) => part.id)),
  );
  const calls = findParts(live, task)
    .filter((part) => part.status === "IN_PROGRESS")
    .filter((part) => part.supportedActions.includes("MARK_AS_OPEN") && !shared.has(part.id))
    .map(({ id }) => ({ kind: "open", fulfillmentOrderId: id }) as const);
  if (calls.length === 0) return { kind: "already", note: "Nothing of it is in progress." };
  return { kind: "send", calls };
}
