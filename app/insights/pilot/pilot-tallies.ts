import type { Arm } from "#app/rules/pilot/running-pilot.ts";
import type { Sample } from "./statistics/compare-means.ts";
import type { Share } from "./statistics/wilson-interval.ts";

/** What became of one arm's orders so far. */
export interface ArmTallies {
  /** Orders that take part. */
  readonly orders: number;
  readonly cost: Sample;
  readonly split: Share;
  readonly rejected: Share;
  readonly onTime: Share;
}

export type PilotTallies = Readonly<Record<Arm, ArmTallies>>;
