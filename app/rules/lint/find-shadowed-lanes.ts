import type { Lane } from "#app/routing/ruleset.ts";
import { joinWords } from "../words/join-words.ts";
import { fitImplies, isImpossible } from "./compare-conditions.ts";
import { covers } from "./covers-condition.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";
import { nameRule } from "./name-rule.ts";

/** Lanes that never decide: the lanes before them take every order they are about. */
export function findShadowedLanes({ ruleset: { lanes } }: LintInput): Finding[] {
  return lanes.flatMap((lane, at) => {
    if (isImpossible(lane.when)) return [];
    const shades = findShades(lane, lanes.slice(0, at));
    if (shades.length === 0) return [];
    const message = describe(lane, shades);
    const ruleIds = [lane, ...shades].map(({ id }) => id);
    return [{ code: "shadowed_lane", severity: "warning", path: `lanes[${at}]`, message, ruleIds }];
  });
}

/** The one earlier lane that takes them all, or several that do together; none if some are left. */
function findShades(lane: Lane, earlier: readonly Lane[]): readonly Lane[] {
  const single = earlier.find((other) => fitImplies(lane.when, other.when));
  if (single) return [single];
  const conditions = earlier.map((other) => other.when);
  return covers(conditions, lane.when) ? earlier : [];
}

function describe(lane: Lane, shades: readonly Lane[]): string {
  const names = joinWords(shades.map(nameRule));
  if (shades.length > 1) {
    return `${nameRule(lane)} never decides: ${names} together take every order it is about. Remove it, or narrow one of them.`;
  }
  const everything = shades[0]!.when ? `every order it is about` : "every order";
  return `${nameRule(lane)} never decides: ${names}, which comes first, takes ${everything}. Move it up, or remove it.`;
}
