import type { Lane } from "#app/routing/ruleset.ts";
import type { Finding } from "./finding.ts";
import type { LintFacts } from "./lint-facts.ts";
import { conditionKey, countFitting } from "./lint-facts.ts";
import type { LintInput } from "./lint-input.ts";
import { listConditions } from "./list-conditions.ts";
import { nameRule } from "./name-rule.ts";

/** Fewer orders than this say nothing about a rule they miss. */
const ENOUGH_ORDERS = 20;

/** Rules that none of the last orders fitted, and lanes whose orders all went by an earlier lane. */
export function findNeverMatched(input: LintInput): Finding[] {
  if ((input.facts.matches?.orders ?? 0) < ENOUGH_ORDERS) return [];
  const unfitted = listConditions(input).flatMap(({ ruleId, condition, path }): Finding[] => {
    const counted = countFitting(input.facts, condition);
    if (!counted || counted.fit > 0) return [];
    const message = `None of the last ${counted.of} orders fitted ${nameRule({ id: ruleId })}. Keep it if such orders will come; otherwise remove it.`;
    return [toFinding(path, message, ruleId)];
  });
  return [...unfitted, ...findAlwaysPreceded(input.ruleset.lanes, input.facts)];
}

function findAlwaysPreceded(lanes: readonly Lane[], facts: LintFacts): Finding[] {
  const taken = new Set<number>();
  return lanes.flatMap((lane, at) => {
    const fitting = listFitting(lane, facts);
    const left = fitting.filter((order) => !taken.has(order));
    for (const order of left) taken.add(order);
    if (!lane.when || fitting.length === 0 || left.length > 0) return [];
    const message = `Each of the ${fitting.length} orders that fitted ${nameRule(lane)} went by a lane before it. Move it up if it should decide.`;
    return [toFinding(`lanes[${at}]`, message, lane.id)];
  });
}

/** The last orders a lane fits; none when that was not counted. */
function listFitting({ when }: Lane, { matches }: LintFacts): readonly number[] {
  const orders = matches?.orders ?? 0;
  if (!when) return Array.from({ length: orders }, (_, order) => order);
  return matches?.fitting[conditionKey(when)] ?? [];
}

function toFinding(path: string, message: string, ruleId: string): Finding {
  return { code: "never_matched", severity: "hint", path, message, ruleIds: [ruleId] };
}
