import type { Outcome } from "#app/routing/plan.ts";

/** What becomes of a past order under one set of rules, kept small: a run has tens of thousands. */
export interface PlanSummary {
  readonly outcome: Outcome;
  /** Plan cost with 4 decimals; null without parcels. */
  readonly cost: string | null;
  readonly deliveryDays: number | null;
  /** Whether the promise is missed; null where none was made or nothing is shipped. */
  readonly isLate: boolean | null;
  /** Units no location gives. */
  readonly unfilledUnits: number;
  /** Goods sold less their cost, plus shipping charged, less the plan's cost. 4 decimals. */
  readonly margin: string | null;
  readonly parcels: readonly ParcelSummary[];
}

export interface ParcelSummary {
  readonly locationId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** One order under every variant of a run, in the variants' order. */
export interface OrderOutcome {
  readonly orderId: string;
  readonly orderName: string;
  readonly plans: readonly PlanSummary[];
}

/** Whether two plans give the same units of every line to the same locations. */
export function placesAlike(a: PlanSummary, b: PlanSummary): boolean {
  return describePlacement(a) === describePlacement(b);
}

function describePlacement({ parcels }: PlanSummary): string {
  return parcels
    .flatMap(({ locationId, lines }) =>
      lines.map(({ lineId, quantity }) => `${lineId}@${locationId}x${quantity}`),
    )
    .sort()
    .join(" ");
}

export function countUnits({ lines }: ParcelSummary): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
