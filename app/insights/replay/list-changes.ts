import type { OrderOutcome, PlanSummary } from "./plan-summary.ts";
import { placesAlike } from "./plan-summary.ts";

export type ChangeKind = "moved" | "exception_avoided" | "exception_created";

/** An order that the draft would have treated otherwise than today's rules. */
export interface OrderChange {
  readonly position: number;
  readonly orderId: string;
  readonly orderName: string;
  readonly kind: ChangeKind;
  readonly before: PlanSummary;
  readonly after: PlanSummary;
  /** After less before, 4 decimals; 0 where either ships nothing. */
  readonly costDifference: string;
}

const SCALE = 10_000;

/** Orders that differ between two variants of a run. `from` is the first outcome's position. */
export function listChanges(
  outcomes: readonly OrderOutcome[],
  [base, draft]: readonly [number, number],
  from: number,
): OrderChange[] {
  return outcomes.flatMap(({ orderId, orderName, plans }, at) => {
    const before = plans[base]!;
    const after = plans[draft]!;
    const kind = judgeChange(before, after);
    if (kind === null) return [];
    const costDifference = subtractCosts(after.cost, before.cost);
    return [{ position: from + at, orderId, orderName, kind, before, after, costDifference }];
  });
}

function judgeChange(before: PlanSummary, after: PlanSummary): ChangeKind | null {
  const [was, is] = [needsPerson(before), needsPerson(after)];
  if (was && !is) return "exception_avoided";
  if (!was && is) return "exception_created";
  return placesAlike(before, after) && before.outcome === after.outcome ? null : "moved";
}

function needsPerson({ outcome }: PlanSummary): boolean {
  return outcome !== "planned";
}

function subtractCosts(a: string | null, b: string | null): string {
  if (a === null || b === null) return "0.0000";
  return ((Math.round(Number(a) * SCALE) - Math.round(Number(b) * SCALE)) / SCALE).toFixed(4);
}
