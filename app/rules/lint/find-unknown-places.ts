import type { LocationSelector } from "#app/routing/ruleset.ts";
import type { Finding } from "./finding.ts";
import type { LintFacts } from "./lint-facts.ts";
import type { LintInput } from "./lint-input.ts";
import { nameRule } from "./name-rule.ts";

const SELECTORS = ["onlyFrom", "neverFrom", "at"] as const;

/** Locations that are gone and groups no location is in. */
export function findUnknownPlaces({ guardrails, facts }: LintInput): Finding[] {
  if (facts.locations.length === 0) return [];
  return guardrails.flatMap(({ rule, path }) =>
    SELECTORS.flatMap((key) => {
      const selector = rule[key];
      if (!selector) return [];
      return [
        ...findGoneLocations(selector, facts, rule, `${path}.${key}`),
        ...findGoneGroups(selector, facts, rule, `${path}.${key}`),
      ];
    }),
  );
}

interface Named {
  readonly id: string;
}

function findGoneLocations(
  { ids = [] }: LocationSelector,
  { locations }: LintFacts,
  rule: Named,
  path: string,
): Finding[] {
  const gone = ids.filter((id) => !locations.some((location) => location.id === id));
  if (gone.length === 0) return [];
  const which = gone.length === 1 ? "a location that is" : `${gone.length} locations that are`;
  return [
    {
      code: "unknown_location",
      severity: "warning",
      path: `${path}.ids`,
      message: `${nameRule(rule)} names ${which} gone or does not ship online orders. Choose again.`,
      ruleIds: [rule.id],
    },
  ];
}

function findGoneGroups(
  { groups = [] }: LocationSelector,
  { locations }: LintFacts,
  rule: Named,
  path: string,
): Finding[] {
  return groups
    .filter((group) => !locations.some((location) => location.groups.includes(group)))
    .map((group) => ({
      code: "unknown_group",
      severity: "warning",
      path: `${path}.groups`,
      message: `${nameRule(rule)} names the group “${group}”, and no location is in it. Add locations to the group or choose another.`,
      ruleIds: [rule.id],
    }));
}
