import type { Guardrail, LocationSelector } from "#app/routing/ruleset.ts";
import type { LintLocation } from "./lint-facts.ts";

/** Every key of the selector must fit, by any of its values, as in the engine. */
export function selectsLocation(selector: LocationSelector, location: LintLocation): boolean {
  const { types, ids, groups } = selector;
  if (types && !types.includes(location.type)) return false;
  if (ids && !ids.includes(location.id)) return false;
  return !groups || groups.some((group) => location.groups.includes(group));
}

/** Does the guardrail keep the location from shipping whatever lines it is about, at any stock? */
export function barsLocation(rule: Guardrail, location: LintLocation): boolean {
  if (rule.at && !selectsLocation(rule.at, location)) return false;
  if (rule.onlyFrom && !selectsLocation(rule.onlyFrom, location)) return true;
  return rule.neverFrom !== undefined && selectsLocation(rule.neverFrom, location);
}
