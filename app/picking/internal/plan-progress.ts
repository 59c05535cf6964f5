import type { LiveOrder } from "../../shopify/live-order.ts";
import { isStarted } from "../task-status.ts";
import type { EffectPlan, EffectTask } from "./effect-plan.ts";
import { findParts } from "./find-parts.ts";

/** What reports an accepted task's progress: every open part of it. A part in progress is reported. */
export function planProgress(task: EffectTask, live: LiveOrder): EffectPlan {
  if (!isStarted(task.status)) return { kind: "obsolete", note: `The task is ${task.status}.` };
  const parts = findParts(live, task);
  if (parts.length === 0) return { kind: "obsolete", note: "Its units are not at the store." };
  const open = parts.filter(
    (part) => part.status === "OPEN" && part.supportedActions.includes("REPORT_PROGRESS"),
  );
  if (open.length === 0) return { kind: "already", note: parts.map(describePart).join(", ") };
  const calls = open.map(
    ({ id }) => ({ kind: "report_progress", fulfillmentOrderId: id }) as const,
  );
  return { kind: "send", calls };
}

function describePart({ id, status }: { id: string; status: string }): string {
  return `${id} is ${status}`;
}
