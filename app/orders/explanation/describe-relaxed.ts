import type { FallbackStep } from "#app/routing/ruleset.ts";

const STEPS: Readonly<Record<FallbackStep, string>> = {
  allow_split: "The limits on splitting were lifted.",
  one_more_parcel: "One parcel more than usual was allowed.",
  relax_promise: "The promised delivery day was given up.",
  promise_one_day_later: "Delivery a day later than promised was allowed.",
  below_safety_stock: "Safety stock was allowed to ship.",
  partial: "Only what can ship now was planned.",
  substitute: "A substitute was asked for.",
  backorder: "The rest waits for stock.",
  hold: "The order was put on hold.",
  exception: "A person was asked.",
};

/** A "when nothing fits" step that was taken, in the past tense. */
export function describeRelaxed(step: FallbackStep): string {
  return STEPS[step];
}
