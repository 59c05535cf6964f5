import type { ArmTallies } from "./pilot-tallies.ts";

export interface StopRule {
  readonly stopAbovePercent: number;
  readonly stopAfterOrders: number;
}

/** The rejection rate in percent that breaks the stop rule; null while there is no reason to stop. */
export function findStopRate(
  { rejected: { count, hits } }: ArmTallies,
  { stopAbovePercent, stopAfterOrders }: StopRule,
): number | null {
  if (count === 0 || count < stopAfterOrders) return null;
  const percent = (hits / count) * 100;
  return percent > stopAbovePercent ? percent : null;
}
