import { areDisjoint } from "./compare-conditions.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";
import { nameRule } from "./name-rule.ts";
import { barsLocation } from "./selects-location.ts";

/**
 * Guardrails that keep every store from handing over pickups: those are filled at the store the
 * customer chose and nowhere else. A limit meant for parcels easily does this.
 */
export function findPickupBlocks({ guardrails, facts }: LintInput): Finding[] {
  const stores = facts.locations.filter(({ type }) => type === "store");
  const barsSome = facts.locations.length > stores.length;
  if (stores.length === 0 || !barsSome) return [];
  return guardrails
    .filter(({ rule }) => stores.every((store) => barsLocation(rule, store)))
    .filter(({ rule }) => facts.locations.some((location) => !barsLocation(rule, location)))
    .filter(({ rule }) => !areDisjoint(rule.when, { deliveryMethods: ["pickup"] }))
    .map(({ rule, path }) => ({
      code: "blocks_pickup",
      severity: "warning",
      path,
      message: `${nameRule(rule)} also holds for pickup orders, and no store could hand them over. Limit it to orders that are shipped or delivered locally.`,
      ruleIds: [rule.id],
    }));
}
