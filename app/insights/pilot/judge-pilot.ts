import type { MeasureName } from "./pilot-measures.ts";
import { measureNames, measures } from "./pilot-measures.ts";
import type { ArmTallies, PilotTallies } from "./pilot-tallies.ts";
import { compareMeans } from "./statistics/compare-means.ts";
import { compareShares } from "./statistics/compare-shares.ts";
import type { Difference } from "./statistics/interval.ts";
import type { Share } from "./statistics/wilson-interval.ts";

/** One measure of both arms. Money in the shop's currency, shares from 0 to 1. */
export interface MeasureReport {
  readonly name: MeasureName;
  readonly control: ArmValue;
  readonly treatment: ArmValue;
  /** Null while either side is too small for an interval. */
  readonly difference: Difference | null;
  readonly verdict: Verdict;
  /** Either side has fewer orders than a figure can be trusted with. */
  readonly isSmall: boolean;
}

export interface ArmValue {
  /** Orders the value is of. */
  readonly count: number;
  /** Null of no orders. */
  readonly value: number | null;
}

/** `unclear`: the interval holds zero, so that chance alone may explain the difference. */
export type Verdict = "better" | "worse" | "unclear" | "too_few";

/** A usual rule of thumb: below 30 a mean's distribution still shows the single orders. */
const FEWEST_TO_TRUST = 30;

/** Each measure of the treatment against the control group. */
export function judgePilot({ control, treatment }: PilotTallies): MeasureReport[] {
  return measureNames.map((name) => {
    const sides = { control: read(name, control), treatment: read(name, treatment) };
    const difference =
      name === "cost"
        ? compareMeans(control.cost, treatment.cost)
        : compareShares(shareOf(name, control), shareOf(name, treatment));
    const isSmall = Math.min(sides.control.count, sides.treatment.count) < FEWEST_TO_TRUST;
    return { name, ...sides, difference, isSmall, verdict: judge(name, difference) };
  });
}

function judge(name: MeasureName, difference: Difference | null): Verdict {
  if (!difference) return "too_few";
  if (difference.low <= 0 && difference.high >= 0) return "unclear";
  const isLower = difference.high < 0;
  return isLower === (measures[name].isBetter === "lower") ? "better" : "worse";
}

function read(name: MeasureName, arm: ArmTallies): ArmValue {
  if (name === "cost") {
    const { count, mean } = arm.cost;
    return { count, value: count === 0 ? null : mean };
  }
  const { count, hits } = shareOf(name, arm);
  return { count, value: count === 0 ? null : hits / count };
}

function shareOf(name: Exclude<MeasureName, "cost">, arm: ArmTallies): Share {
  switch (name) {
    case "split_rate":
      return arm.split;
    case "rejection_rate":
      return arm.rejected;
    case "on_time":
      return arm.onTime;
  }
}
