import type { Condition } from "#app/routing/ruleset.ts";
import type { LintInput } from "./lint-input.ts";

export interface PlacedCondition {
  readonly ruleId: string;
  readonly condition: Condition;
  /** "lanes[0].when" */
  readonly path: string;
}

/** The conditions of all guardrails that are on, then of all lanes. */
export function listConditions({ guardrails, ruleset }: LintInput): PlacedCondition[] {
  const lanes = ruleset.lanes.map((rule, at) => ({ rule, path: `lanes[${at}]` }));
  return [...guardrails, ...lanes].flatMap(({ rule, path }) =>
    rule.when ? [{ ruleId: rule.id, condition: rule.when, path: `${path}.when` }] : [],
  );
}
