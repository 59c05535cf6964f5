import type { StoreTask } from "#app/picking/show-store-task.server.ts";
import { formatInstant } from "../format-instant.ts";

export interface TaskState {
  readonly tone: "good" | "soon" | "grave";
  readonly text: string;
}

/**
 * What has become of a task, said to the person looking at it: "Already taken by Ana at 13:40",
 * "Moved to Boulder at 14:02". Null while it is simply on offer.
 */
export function describeTaskState(task: StoreTask): TaskState | null {
  const since = (at: string | null) =>
    at ? ` at ${formatInstant(at, task.timeZone, "time")}` : "";
  const ended = since(task.endedAt);
  switch (task.status) {
    case "offered":
      return null;
    case "accepted":
      return task.mine
        ? { tone: "good", text: `You took this${since(task.acceptedAt)}` }
        : { tone: "soon", text: `Already taken by ${task.acceptedBy}${since(task.acceptedAt)}` };
    case "packed":
      return { tone: "good", text: describePacked(task) };
    case "completed":
      return { tone: "good", text: `Done${ended}. ${task.tracking}`.trim() };
    case "rejected":
      return { tone: "soon", text: `Rejected${ended}. ${describeMove(task)}` };
    case "recalled":
    case "expired":
      return { tone: "grave", text: describeLoss(task, ended) };
  }
}

function describePacked(task: StoreTask): string {
  if (task.deliveryMethod === "pickup") return "Ready for the customer to collect";
  return task.tracking ? `Packed. ${task.tracking}` : "Packed";
}

function describeMove({ movedTo, needsManager }: StoreTask): string {
  if (movedTo.length > 0) return `It went to ${movedTo.join(" and ")}.`;
  return needsManager ? "A manager decides what happens next." : "It is being routed again.";
}

function describeLoss(task: StoreTask, ended: string): string {
  if (task.movedTo.length > 0) return `Moved to ${task.movedTo.join(" and ")}${ended}`;
  const why = task.endedReason ? `: ${task.endedReason}` : "";
  return `No longer this store's${ended}${why}`;
}
