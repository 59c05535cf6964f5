import { describeTimeLeft } from "../describe-time-left.ts";

const soonMs = 15 * 60_000;

interface DeadlineChipProps {
  readonly deadlineAt: string;
  readonly nowMs: number;
}

/** How long is left, in words; colour only repeats what the words say. */
export function DeadlineChip({ deadlineAt, nowMs }: DeadlineChipProps) {
  const leftMs = Date.parse(deadlineAt) - nowMs;
  const urgency = leftMs < 0 ? "late" : leftMs < soonMs ? "soon" : "";
  return (
    <span className={`chip ${urgency}`}>
      {leftMs < 0 ? "" : "Due "}
      {describeTimeLeft(nowMs, deadlineAt)}
    </span>
  );
}
