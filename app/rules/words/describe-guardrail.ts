import type { Guardrail } from "#app/routing/ruleset.ts";
import { describeOrders } from "./describe-condition.ts";
import { describeEffects } from "./describe-effects.ts";
import { joinWords } from "./join-words.ts";
import type { RuleWords } from "./rule-words.ts";

/** A guardrail as one sentence: "Items tagged “fragile”: ship only from warehouses." */
export function describeGuardrail(rule: Guardrail, words: RuleWords): string {
  return `${describeOrders(rule.when, words)}: ${joinWords(describeEffects(rule, words))}.`;
}
