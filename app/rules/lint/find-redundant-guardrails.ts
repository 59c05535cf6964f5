import type { Guardrail } from "#app/routing/ruleset.ts";
import { joinWords } from "../words/join-words.ts";
import { isImpossible, linesImply } from "./compare-conditions.ts";
import type { Finding } from "./finding.ts";
import type { LintInput, PlacedGuardrail } from "./lint-input.ts";
import { isAsTight, listEffects } from "./is-as-tight.ts";
import { nameRule } from "./name-rule.ts";

/** Guardrails that change nothing: whatever they forbid, others that always hold with them forbid too. */
export function findRedundantGuardrails({ guardrails, facts }: LintInput): Finding[] {
  return guardrails.flatMap((limit, at) => {
    if (isImpossible(limit.rule.when)) return [];
    const stronger = listEffects(limit.rule).map((effect) =>
      guardrails.find(
        (other, position) =>
          other !== limit &&
          linesImply(limit.rule.when, other.rule.when) &&
          isAsTight(effect, other.rule, limit.rule, facts.locations) &&
          (position < at || !isMutual(limit.rule, other.rule, effect, facts)),
      ),
    );
    const found = stronger.filter((other) => other !== undefined);
    return found.length === stronger.length ? [describe(limit, [...new Set(found)])] : [];
  });
}

/** Of two that say the same, the later one is too many. */
function isMutual(
  rule: Guardrail,
  other: Guardrail,
  effect: ReturnType<typeof listEffects>[number],
  { locations }: LintInput["facts"],
): boolean {
  return linesImply(other.when, rule.when) && isAsTight(effect, rule, other, locations);
}

function describe({ rule, path }: PlacedGuardrail, stronger: readonly PlacedGuardrail[]): Finding {
  const names = joinWords(stronger.map((other) => nameRule(other.rule)));
  const verb = stronger.length === 1 ? "forbids" : "forbid";
  return {
    code: "redundant_guardrail",
    severity: "warning",
    path,
    message: `${nameRule(rule)} changes nothing: ${names} already ${verb} all that it does. Remove it, or make it stricter.`,
    ruleIds: [rule, ...stronger.map((other) => other.rule)].map(({ id }) => id),
  };
}
