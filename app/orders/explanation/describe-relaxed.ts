import type { FallbackStep } from "#app/routing/ruleset.ts";

/** A "when nothing fits" step that was taken, in the past tense. */
export function describeRelaxed(step: FallbackStep): string {
  switch (step) {
    case "allow_split":
      return "The limits on splitting were lifted.";
    case "relax_promise":
      return "The promised delivery day was given up.";
    case "below_safety_stock":
      return "Safety stock was allowed to ship.";
    case "partial":
      return "Only what can ship now was planned.";
    case "backorder":
      return "The rest waits for stock.";
    case "hold":
      return "The order was put on hold.";
    case "exception":
      return "A person was asked.";
    case "one_more_parcel":
      return "One parcel more than usual was allowed.";
    case "promise_one_day_later":
      return "Delivery a day later than promised was allowed.";
    case "substitute":
      return "A substitute was asked for.";
  }
}
