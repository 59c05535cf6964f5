import type { FallbackStep } from "#app/routing/ruleset.ts";

const STEPS: Readonly<Record<FallbackStep, string>> = {
  allow_split: "allow more parcels",
  relax_promise: "let it arrive later than promised",
  below_safety_stock: "use safety stock",
  partial: "ship what can be shipped",
  backorder: "put the rest on backorder",
  hold: "hold the order",
  exception: "ask a person",
};

/** The steps taken when nothing fits, in order, each on top of those before. */
export function describeSteps(steps: readonly FallbackStep[]): string[] {
  return steps.map((step) => STEPS[step]);
}
