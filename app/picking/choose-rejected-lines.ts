/** A line of a task as a rejection sees it. */
export interface RejectableLine {
  readonly lineItemId: string;
  /** Units the store still has to pick. */
  readonly units: number;
}

export interface UnitsOfLine {
  readonly lineItemId: string;
  readonly units: number;
}

export type ChosenLines<L> =
  | {
      readonly ok: true;
      readonly lines: readonly { readonly line: L; readonly units: number }[];
      readonly isWhole: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/**
 * The lines and units a rejection takes out of a task. Without `asked` it is everything that is
 * left. Asking for a line the task does not have, the same line twice, no units, or more than are
 * left is a problem, in a sentence for the person.
 */
export function chooseRejectedLines<L extends RejectableLine>(
  taskLines: readonly L[],
  asked?: readonly UnitsOfLine[],
): ChosenLines<L> {
  const open = taskLines.filter((line) => line.units > 0);
  const wanted = asked ?? open.map(({ lineItemId, units }) => ({ lineItemId, units }));
  const problem = findProblem(open, wanted);
  if (problem) return { ok: false, problem };
  const byId = new Map(open.map((line) => [line.lineItemId, line]));
  const lines = wanted.flatMap(({ lineItemId, units }) => {
    const line = byId.get(lineItemId);
    return line ? [{ line, units }] : [];
  });
  const left = sum(open) - sum(wanted);
  return { ok: true, lines, isWhole: left === 0 };
}

function findProblem(
  open: readonly RejectableLine[],
  wanted: readonly UnitsOfLine[],
): string | undefined {
  if (wanted.length === 0) return "Choose at least one item to reject.";
  const left = new Map(open.map((line) => [line.lineItemId, line.units]));
  if (new Set(wanted.map((one) => one.lineItemId)).size < wanted.length) {
    return "An item is listed twice.";
  }
  for (const { lineItemId, units } of wanted) {
    const most = left.get(lineItemId);
    if (most === undefined) return "An item is not part of this task any more.";
    if (!Number.isInteger(units) || units < 1) return "Reject at least one unit of an item.";
    if (units > most) return `Only ${most} of an item ${most === 1 ? "is" : "are"} left to reject.`;
  }
  return undefined;
}

function sum(lines: readonly { readonly units: number }[]): number {
  return lines.reduce((total, line) => total + line.units, 0);
}
