import type { Ruleset } from "#app/routing/ruleset.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { summariseRuleset } from "./summary/summarise-ruleset.ts";
import { describeGuardrail } from "./words/describe-guardrail.ts";
import { describeLane } from "./words/describe-lane.ts";
import { describeSteps } from "./words/describe-steps.ts";
import type { RuleWords } from "./words/rule-words.ts";

export interface DescribedRuleset {
  /** The whole set in a minute's reading: a paragraph each. */
  readonly summary: readonly string[];
  readonly guardrails: readonly DescribedGuardrail[];
  readonly lanes: readonly DescribedRule[];
  readonly whenNothingFits: readonly string[];
}

export interface DescribedRule {
  readonly id: string;
  readonly sentence: string;
}

export interface DescribedGuardrail extends DescribedRule {
  readonly isOn: boolean;
}

/** The rule set in plain sentences, always of the set itself: nothing is written by hand twice. */
export function describeRuleset(
  rules: { readonly ruleset: Ruleset; readonly disabled: readonly string[] },
  words: RuleWords,
): DescribedRuleset {
  const { ruleset, disabled } = rules;
  const { paragraphs } = summariseRuleset(rulesInForce(rules), words);
  return {
    summary: paragraphs.map((sentences) => sentences.join(" ")),
    guardrails: ruleset.guardrails.map((rule) => ({
      id: rule.id,
      sentence: describeGuardrail(rule, words),
      isOn: !disabled.includes(rule.id),
    })),
    lanes: ruleset.lanes.map((lane, at) => ({
      id: lane.id,
      sentence: describeLane(lane, at === 0, words),
    })),
    whenNothingFits: describeSteps(ruleset.whenNothingFits),
  };
}
