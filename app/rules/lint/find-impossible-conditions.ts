import type { Condition } from "#app/routing/ruleset.ts";
import { isImpossible } from "./compare-conditions.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";
import { listConditions } from "./list-conditions.ts";
import { nameRule } from "./name-rule.ts";

/** Conditions that no order can fit: bounds that exclude each other, or a store near where none is. */
export function findImpossibleConditions(input: LintInput): Finding[] {
  const hasNoStore =
    input.facts.locations.length > 0 && input.facts.locations.every(({ type }) => type !== "store");
  return listConditions(input).flatMap(({ ruleId, condition, path }) => {
    const why = whyImpossible(condition, hasNoStore);
    if (why === null) return [];
    const message = `No order can fit ${nameRule({ id: ruleId })}: ${why}`;
    return [{ code: "impossible_condition", severity: "error", path, message, ruleIds: [ruleId] }];
  });
}

function whyImpossible(condition: Condition, hasNoStore: boolean): string | null {
  if (isImpossible(condition))
    return "its lower bound lies above its upper one. Swap or widen them.";
  const asksStore = condition.nearestStoreWithinKm !== undefined && condition.match !== "any";
  return asksStore && hasNoStore
    ? "it asks for a store nearby, and none of your locations is a store."
    : null;
}
