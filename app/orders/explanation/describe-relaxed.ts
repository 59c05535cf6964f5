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
  }
}
