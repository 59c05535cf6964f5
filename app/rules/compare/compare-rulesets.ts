import type { Ruleset } from "#app/routing/ruleset.ts";
import { describeGuardrail } from "../words/describe-guardrail.ts";
import { describeLane } from "../words/describe-lane.ts";
import { describeSteps } from "../words/describe-steps.ts";
import type { RuleWords } from "../words/rule-words.ts";
import type { Change } from "./change.ts";
import { compareLists } from "./compare-lists.ts";

/** Rules as a version or a draft keeps them. */
export interface ComparableRules {
  readonly ruleset: Ruleset;
  /** Ids of the guardrails that are switched off. */
  readonly disabled: readonly string[];
}

/**
 * What differs between two sets of rules, as sentences: guardrails, then lanes, then steps. A rule is
 * known by its id, so one that is renamed reads as removed and added. Two sets that decide and read
 * alike give no change. The order of guardrails is compared too: the first that holds gives the reason.
 */
export function compareRulesets(
  before: ComparableRules,
  after: ComparableRules,
  words: RuleWords,
): Change[] {
  return [
    ...compareLists("Guardrail", listGuardrails(before, words), listGuardrails(after, words)),
    ...compareLists("Lane", listLanes(before, words), listLanes(after, words)),
    ...compareSteps(before.ruleset, after.ruleset),
  ];
}

function listGuardrails({ ruleset, disabled }: ComparableRules, words: RuleWords) {
  return ruleset.guardrails.map((rule) => {
    const sentence = describeGuardrail(rule, words);
    return { id: rule.id, sentence: disabled.includes(rule.id) ? `Off: ${sentence}` : sentence };
  });
}

// A lane's place is compared by itself, so no lane is described as the first one.
function listLanes({ ruleset }: ComparableRules, words: RuleWords) {
  return ruleset.lanes.map((lane) => ({
    id: lane.id,
    sentence: describeLane(lane, false, words),
  }));
}

function compareSteps(before: Ruleset, after: Ruleset): Change[] {
  const [was, is] = [before, after].map(({ whenNothingFits }) => describeStepList(whenNothingFits));
  if (was === is) return [];
  return [{ kind: "changed", subject: "When nothing fits", before: was!, after: is! }];
}

function describeStepList(steps: Ruleset["whenNothingFits"]): string {
  const sentences = describeSteps(steps).map((step, at) => `(${at + 1}) ${step}`);
  return sentences.length === 0 ? "The order waits for a person." : `${sentences.join("; ")}.`;
}
