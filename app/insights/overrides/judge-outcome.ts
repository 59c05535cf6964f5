import type { OverrideOutcome } from "./override-view.ts";

/** A pick task of the decision a person made. */
export interface OverrideTask {
  readonly status: string;
  readonly deadlineAt: Date;
  readonly packedAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * What became of a person's choice, by its pick tasks: one rejection outweighs the rest; late is what
 * was packed, or handed over, after its deadline; without a finished task it is under way, unless a
 * later decision replaced it.
 */
export function judgeOutcome(
  tasks: readonly OverrideTask[],
  isSuperseded: boolean,
): OverrideOutcome {
  if (tasks.some(({ status }) => status === "rejected" || status === "expired")) return "rejected";
  const isDone = tasks.length > 0 && tasks.every(({ status }) => status === "completed");
  if (isDone) return tasks.some(isLate) ? "shipped_late" : "shipped";
  return isSuperseded ? "replaced" : "under_way";
}

function isLate({ packedAt, endedAt, deadlineAt }: OverrideTask): boolean {
  const doneAt = packedAt ?? endedAt;
  return doneAt !== null && doneAt > deadlineAt;
}
