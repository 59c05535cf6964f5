import type { Guardrail, Ruleset } from "#app/routing/ruleset.ts";
import type { LintFacts } from "./lint-facts.ts";

/** What every check reads. */
export interface LintInput {
  readonly ruleset: Ruleset;
  readonly facts: LintFacts;
  /** The guardrails that are switched on, each with its place in the ruleset. */
  readonly guardrails: readonly PlacedGuardrail[];
}

export interface PlacedGuardrail {
  readonly rule: Guardrail;
  /** "guardrails[2]" */
  readonly path: string;
}
