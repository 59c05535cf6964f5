import type { Guardrail } from "#app/routing/ruleset.ts";
import type { LintLocation } from "./lint-facts.ts";
import { barsLocation } from "./selects-location.ts";

export type Effect = Exclude<keyof Guardrail, "id" | "when" | "at">;

type Tighter = (strong: Guardrail, weak: Guardrail, locations: readonly LintLocation[]) => boolean;

/** Where the weak rule keeps a location out, the strong one does too; unproven without locations. */
const barsAsMany: Tighter = (strong, weak, locations) =>
  locations.length > 0 &&
  locations.every((location) => !barsLocation(weak, location) || barsLocation(strong, location));

const TIGHTER: Readonly<Record<Effect, Tighter>> = {
  onlyFrom: barsAsMany,
  neverFrom: barsAsMany,
  minAvailable: (strong, weak) => (strong.minAvailable ?? 0) >= weak.minAvailable!,
  withinKm: (strong, weak) => (strong.withinKm ?? Infinity) <= weak.withinKm!,
  stayInCountry: (strong) => Boolean(strong.stayInCountry ?? strong.stayInProvince),
  stayInProvince: (strong) => Boolean(strong.stayInProvince),
  beforeCutoff: (strong) => Boolean(strong.beforeCutoff),
  withinPromise: (strong) => Boolean(strong.withinPromise),
  maxParcels: (strong, weak) => (strong.maxParcels ?? Infinity) <= weak.maxParcels!,
  minParcelValue: (strong, weak) =>
    Number(strong.minParcelValue ?? -Infinity) >= Number(weak.minParcelValue),
  sameParcel: (strong) => Boolean(strong.sameParcel),
  minMargin: (strong, weak) => Number(strong.minMargin ?? -Infinity) >= Number(weak.minMargin),
  // The reason a person reads is the first such rule's: a later one adds nothing, an earlier one does.
  hold: () => false,
};

/**
 * With both rules in force on the same lines, does the strong one forbid all that this effect of the
 * weak one forbids? `at` must be the same, or absent in the strong one.
 */
export function isAsTight(
  effect: Effect,
  strong: Guardrail,
  weak: Guardrail,
  locations: readonly LintLocation[],
): boolean {
  const bindsAsWide = !strong.at || JSON.stringify(strong.at) === JSON.stringify(weak.at);
  return bindsAsWide && TIGHTER[effect](strong, weak, locations);
}

/** The effects a guardrail has. */
export function listEffects(rule: Guardrail): Effect[] {
  return (Object.keys(TIGHTER) as Effect[]).filter((effect) => rule[effect] !== undefined);
}
