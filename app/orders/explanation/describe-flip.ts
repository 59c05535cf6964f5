import type { Flip } from "#app/routing/plan.ts";
import type { Facts } from "./facts.ts";

/** The smallest change that would have made another plan the best, as one sentence. */
export function describeFlip(facts: Facts, flip: Flip): string {
  switch (flip.change) {
    case "stock": {
      const place = facts.locationName(flip.locationId);
      const item = facts.skuTitle(flip.sku);
      return `With ${flip.to} of ${item} available at ${place} instead of ${flip.from}, the plan would be another.`;
    }
    case "cost": {
      const place = facts.locationName(flip.locationId);
      const [from, to] = tellApart(flip.from, flip.to, facts.money);
      return `If handling a parcel at ${place} cost ${to} instead of ${from}, the plan would be another.`;
    }
    case "rule":
      return `With this rule off, the plan would be another: ${facts.ruleSentence(flip.rule)}`;
  }
}

/** Both amounts as people write them, or with every decimal where that would hide the difference. */
function tellApart(from: string, to: string, format: (amount: string) => string): [string, string] {
  const shown: [string, string] = [format(from), format(to)];
  return shown[0] === shown[1] ? [from, to] : shown;
}
