import { covers } from "./covers-condition.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";

/** A set that says nothing, or leaves orders to no lane. */
export function findMissingParts({ ruleset, guardrails }: LintInput): Finding[] {
  const { lanes } = ruleset;
  if (lanes.length === 0 && guardrails.length === 0) {
    const message =
      "This set has no rules: every order goes the cheapest way from any location. Start from a template.";
    return [{ code: "empty_set", severity: "warning", path: "", message, ruleIds: [] }];
  }
  const conditions = lanes.map((lane) => lane.when);
  if (covers(conditions, undefined)) return [];
  const message =
    "Some orders may fit no lane; they go the cheapest way. Add a last lane for every other order to choose yourself.";
  return [{ code: "no_last_lane", severity: "hint", path: "lanes", message, ruleIds: [] }];
}
