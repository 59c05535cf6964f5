import type { Ruleset } from "#app/routing/ruleset.ts";

/** The rules the engine gets: guardrails that are switched off are left out. */
export function rulesInForce(rules: {
  readonly ruleset: Ruleset;
  readonly disabled: readonly string[];
}): Ruleset {
  const guardrails = rules.ruleset.guardrails.filter(({ id }) => !rules.disabled.includes(id));
  return { ...rules.ruleset, guardrails };
}
