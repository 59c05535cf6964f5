import type { Lane } from "#app/routing/ruleset.ts";
import { areDisjoint, fitImplies, sharesPart } from "./compare-conditions.ts";
import type { Finding } from "./finding.ts";
import type { LintFacts } from "./lint-facts.ts";
import { conditionKey } from "./lint-facts.ts";
import type { LintInput } from "./lint-input.ts";
import { nameRule } from "./name-rule.ts";

/**
 * Lanes that both fit some orders and want different things for them: only their order decides. Said
 * where past orders show it, or where both ask about the same thing. A narrow lane before a wide one is
 * how lanes are meant to be used, and is no finding.
 */
export function findOverlappingLanes({ ruleset: { lanes }, facts }: LintInput): Finding[] {
  return lanes.flatMap((lane, at) =>
    lanes.slice(0, at).flatMap((earlier) => {
      if (isHarmless(earlier, lane)) return [];
      const both = countBoth(facts, earlier, lane);
      const isLikely = both === null ? sharesPart(earlier.when, lane.when) : both > 0;
      return isLikely ? [describe(earlier, lane, at, describeEvidence(facts, both))] : [];
    }),
  );
}

function isHarmless(earlier: Lane, lane: Lane): boolean {
  return (
    earlier.priorities.join() === lane.priorities.join() ||
    areDisjoint(earlier.when, lane.when) ||
    fitImplies(earlier.when, lane.when) ||
    fitImplies(lane.when, earlier.when)
  );
}

/** How many of the last orders fit both; null when not counted. */
function countBoth({ matches }: LintFacts, one: Lane, other: Lane): number | null {
  const ours = matches?.fitting[conditionKey(one.when)];
  const theirs = matches?.fitting[conditionKey(other.when)];
  if (!ours || !theirs) return null;
  const known = new Set(theirs);
  return ours.filter((order) => known.has(order)).length;
}

function describeEvidence({ matches }: LintFacts, both: number | null): string {
  return both === null || !matches ? "" : ` ${both} of the last ${matches.orders} orders do.`;
}

function describe(earlier: Lane, lane: Lane, at: number, evidence: string): Finding {
  const message = `An order can fit both ${nameRule(earlier)} and ${nameRule(lane)}; ${nameRule(earlier)} comes first and decides.${evidence} Swap them if you want it the other way.`;
  return {
    code: "overlapping_lanes",
    severity: "hint",
    path: `lanes[${at}]`,
    message,
    ruleIds: [earlier.id, lane.id],
  };
}
