import type { Known } from "../explain-in-words.ts";
import type { Flip } from "../plan.ts";

/** What would have changed the decision, as a sentence. */
export function describeFlip({ nameOf, snapshot }: Known, flip: Flip): string {
  const { currency } = snapshot.network;
  switch (flip.change) {
    case "stock": {
      const word = flip.to > flip.from ? "Had" : "With only";
      const rest = flip.to > flip.from ? "the order would ship differently" : "it would not work";
      return `${word} ${nameOf(flip.locationId)} ${flip.to} ${flip.sku} instead of ${flip.from}, ${rest}.`;
    }
    case "cost":
      return (
        `If a parcel from ${nameOf(flip.locationId)} cost ${flip.to} ${currency} to handle ` +
        `instead of ${flip.from}, another location would ship the order.`
      );
    case "rule":
      return `Without the rule ${flip.rule} the order could be filled.`;
  }
}
