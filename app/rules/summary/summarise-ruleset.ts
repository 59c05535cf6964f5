import type { Ruleset } from "#app/routing/ruleset.ts";
import { describeGuardrail } from "../words/describe-guardrail.ts";
import { describeLane } from "../words/describe-lane.ts";
import { describeSteps } from "../words/describe-steps.ts";
import type { RuleWords } from "../words/rule-words.ts";

export interface RulesetSummary {
  /** What always holds, what decides, what happens when nothing fits; each a list of sentences. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly sentences: readonly string[];
  readonly spokenSeconds: number;
}

/**
 * Reading English aloud: 183 words a minute on average over 77 studies (M. Brysbaert, "How many words do
 * we read per minute?", Journal of Memory and Language 109, 2019).
 */
const WORDS_PER_MINUTE = 183;

/** The whole set in words short enough to say, and how long saying it takes. Give it the rules in force. */
export function summariseRuleset(ruleset: Ruleset, words: RuleWords): RulesetSummary {
  const paragraphs = [
    summariseGuardrails(ruleset, words),
    summariseLanes(ruleset, words),
    summariseSteps(ruleset),
  ];
  const sentences = paragraphs.flat();
  const count = sentences.join(" ").split(/\s+/).length;
  return { paragraphs, sentences, spokenSeconds: Math.round((count / WORDS_PER_MINUTE) * 60) };
}

function summariseGuardrails({ guardrails }: Ruleset, words: RuleWords): string[] {
  if (guardrails.length === 0) {
    return ["No guardrail is on: any location that has the goods may ship them."];
  }
  const limits = guardrails.map((rule) => describeGuardrail(rule, words));
  return ["These limits always hold.", ...limits];
}

function summariseLanes({ lanes }: Ruleset, words: RuleWords): string[] {
  const sentences = lanes.map((lane, at) => describeLane(lane, at === 0, words));
  const coversAll = lanes.some((lane) => !lane.when);
  return [
    "Among what the limits allow, the first lane that fits an order decides.",
    ...sentences,
    ...(coversAll ? [] : ["Orders no lane fits go the cheapest way."]),
  ];
}

function summariseSteps({ whenNothingFits }: Ruleset): string[] {
  const steps = describeSteps(whenNothingFits);
  if (steps.length === 0) return ["When nothing fits, the order waits for a person."];
  return [`When nothing fits: ${steps.map((step, at) => `(${at + 1}) ${step}`).join("; ")}.`];
}
