import type { Guardrail, Lane, Ruleset } from "#app/routing/ruleset.ts";
import { describeEffects } from "./words/describe-effects.ts";
import { describeLane } from "./words/describe-lane.ts";
import { describeSteps } from "./words/describe-steps.ts";
import { joinWords } from "./words/join-words.ts";
import { describeOrders } from "./words/describe-condition.ts";
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
  { ruleset, disabled }: { readonly ruleset: Ruleset; readonly disabled: readonly string[] },
  words: RuleWords,
): DescribedRuleset {
  const guardrails = ruleset.guardrails.map((rule) => ({
    id: rule.id,
    sentence: describeGuardrail(rule, words),
    isOn: !disabled.includes(rule.id),
  }));
  const lanes = ruleset.lanes.map((lane, at) => ({
    id: lane.id,
    sentence: describeLane(lane, at === 0, words),
  }));
  const whenNothingFits = describeSteps(ruleset.whenNothingFits);
  const summary = [
    summarizeGuardrails(guardrails),
    summarizeLanes(ruleset.lanes, lanes),
    summarizeSteps(whenNothingFits),
  ];
  return { summary, guardrails, lanes, whenNothingFits };
}

/** A guardrail as one sentence: "Items tagged fragile: ship only from warehouses." */
export function describeGuardrail(rule: Guardrail, words: RuleWords): string {
  return `${describeOrders(rule.when, words)}: ${joinWords(describeEffects(rule, words))}.`;
}

function summarizeGuardrails(guardrails: readonly DescribedGuardrail[]): string {
  const on = guardrails.filter((rule) => rule.isOn);
  if (on.length === 0) return "No guardrail is on: any location that has the goods may ship them.";
  return `These limits always hold. ${on.map((rule) => rule.sentence).join(" ")}`;
}

function summarizeLanes(lanes: readonly Lane[], described: readonly DescribedRule[]): string {
  const sentences = described.map((lane) => lane.sentence).join(" ");
  const coversAll = lanes.some((lane) => !lane.when);
  const rest = coversAll ? "" : "Orders no lane fits go the cheapest way.";
  return [
    "Among what the limits allow, the first lane that fits an order decides.",
    sentences,
    rest,
  ]
    .filter(Boolean)
    .join(" ");
}

function summarizeSteps(steps: readonly string[]): string {
  if (steps.length === 0) return "When nothing fits, the order waits for a person.";
  return `When nothing fits: ${steps.map((step, at) => `(${at + 1}) ${step}`).join("; ")}.`;
}
