import { rulesInForce } from "../rules-in-force.ts";
import { summariseRuleset } from "../summary/summarise-ruleset.ts";
import type { Finding } from "./finding.ts";
import { wordsOf } from "./lint-facts.ts";
import type { LintInput } from "./lint-input.ts";

/** The product's promise: a merchant explains the whole set in one minute. */
const MOST_SECONDS = 60;
const MOST_RULES = 15;

/** Rules nobody could explain in a minute. */
export function findTooMany({ ruleset, guardrails, facts }: LintInput): Finding[] {
  const isOn = new Set(guardrails.map(({ rule }) => rule.id));
  const disabled = ruleset.guardrails.filter(({ id }) => !isOn.has(id)).map(({ id }) => id);
  const inForce = rulesInForce({ ruleset, disabled });
  const { spokenSeconds } = summariseRuleset(inForce, wordsOf(facts));
  const count = guardrails.length + ruleset.lanes.length;
  if (spokenSeconds <= MOST_SECONDS && count <= MOST_RULES) return [];
  const message = `These ${count} rules take about ${spokenSeconds} seconds to explain; aim at ${MOST_SECONDS} seconds and ${MOST_RULES} rules. Merge rules that do alike, or shorten their lists.`;
  return [{ code: "too_many_to_explain", severity: "warning", path: "", message, ruleIds: [] }];
}
