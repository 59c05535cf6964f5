import type { Ruleset } from "#app/routing/ruleset.ts";
import { findContradictions } from "./find-contradictions.ts";
import { findDeadSteps } from "./find-dead-steps.ts";
import { findImpossibleConditions } from "./find-impossible-conditions.ts";
import { findMissingParts } from "./find-missing-parts.ts";
import { findNeverMatched } from "./find-never-matched.ts";
import { findOverlappingLanes } from "./find-overlapping-lanes.ts";
import { findPickupBlocks } from "./find-pickup-blocks.ts";
import { findRedundantGuardrails } from "./find-redundant-guardrails.ts";
import { findShadowedLanes } from "./find-shadowed-lanes.ts";
import { findTooMany } from "./find-too-many.ts";
import { findUnknownPlaces } from "./find-unknown-places.ts";
import { findUnusedValues } from "./find-unused-values.ts";
import type { Finding, Severity } from "./finding.ts";
import type { LintFacts } from "./lint-facts.ts";
import type { LintInput } from "./lint-input.ts";

const CHECKS: readonly ((input: LintInput) => Finding[])[] = [
  findImpossibleConditions,
  findContradictions,
  findUnknownPlaces,
  findPickupBlocks,
  findShadowedLanes,
  findRedundantGuardrails,
  findDeadSteps,
  findTooMany,
  findOverlappingLanes,
  findUnusedValues,
  findNeverMatched,
  findMissingParts,
];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * What a merchant should look at before publishing a ruleset, the gravest first. Pure and quick enough
 * to run at every keystroke. An error or a "shadowed" is proven, never guessed; not everything that is
 * wrong is found. Guardrails named in `disabled` are left out.
 */
export function lintRuleset(
  ruleset: Ruleset,
  facts: LintFacts,
  disabled: readonly string[] = [],
): Finding[] {
  const guardrails = ruleset.guardrails
    .map((rule, at) => ({ rule, path: `guardrails[${at}]` }))
    .filter(({ rule }) => !disabled.includes(rule.id));
  const input = { ruleset, facts, guardrails };
  return CHECKS.flatMap((check) => check(input)).sort(
    (a, b) => RANK[a.severity] - RANK[b.severity],
  );
}
