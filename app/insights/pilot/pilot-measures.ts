/** What a pilot is judged by. */
export const measureNames = ["cost", "split_rate", "rejection_rate", "on_time"] as const;
export type MeasureName = (typeof measureNames)[number];

export interface MeasureMeaning {
  readonly label: string;
  /** How it is counted, in one sentence. */
  readonly definition: string;
  readonly unit: "money" | "share";
  readonly isBetter: "lower" | "higher";
}

export const measures: Readonly<Record<MeasureName, MeasureMeaning>> = {
  cost: {
    label: "Cost per shipped order",
    definition: "Mean cost of the plans that stand now, of orders of which something ships.",
    unit: "money",
    isBetter: "lower",
  },
  split_rate: {
    label: "Split rate",
    definition: "Of those orders, how many ship in more than one parcel.",
    unit: "share",
    isBetter: "lower",
  },
  rejection_rate: {
    label: "Rejection rate",
    definition: "Of orders some store has answered, how many were rejected at least once.",
    unit: "share",
    isBetter: "lower",
  },
  on_time: {
    label: "On time",
    definition:
      "Of orders with a promise that are handed over, how many still keep it with the plan's days counted from then.",
    unit: "share",
    isBetter: "higher",
  },
};
