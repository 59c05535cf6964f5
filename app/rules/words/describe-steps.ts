import type { FallbackStep } from "#app/routing/ruleset.ts";

const STEPS: Readonly<Record<FallbackStep, string>> = {
  allow_split: "allow more parcels",
  one_more_parcel: "allow one more parcel",
  relax_promise: "let it arrive later than promised",
  promise_one_day_later: "let it arrive a day later than promised",
  below_safety_stock: "use safety stock",
  partial: "ship what can be shipped",
  substitute: "offer another item instead",
  backorder: "put the rest on backorder",
  hold: "hold the order",
  exception: "ask a person",
};

/** The steps taken when nothing fits, in order, each on top of those before. */
export function describeSteps(steps: readonly FallbackStep[]): string[] {
  return steps.map((step) => STEPS[step]);
}
