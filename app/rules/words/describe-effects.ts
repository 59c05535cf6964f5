import type { Guardrail, LocationSelector, LocationType } from "#app/routing/ruleset.ts";
import type { RuleWords } from "./rule-words.ts";
import { joinWords } from "./join-words.ts";

const TYPES: Readonly<Record<LocationType, string>> = {
  store: "stores",
  warehouse: "warehouses",
  third_party: "third-party warehouses",
  vendor: "drop-ship vendors",
};

type Effect = Exclude<keyof Guardrail, "id" | "when">;
type Describe = (rule: Guardrail, words: RuleWords) => string;

const WORDS: Readonly<Record<Effect, Describe>> = {
  onlyFrom: (rule, words) => `ship only from ${describePlaces(rule.onlyFrom!, words)}`,
  neverFrom: (rule, words) => `never ship from ${describePlaces(rule.neverFrom!, words)}`,
  minAvailable: (rule) => `ship only from where at least ${rule.minAvailable} can be promised`,
  withinKm: (rule) => `ship from within ${rule.withinKm} km of the customer`,
  withinPromise: () => "arrive within the days promised to the customer",
  maxParcels: (rule) => `use at most ${count(rule.maxParcels!, "parcel")}`,
  minParcelValue: (rule, { currency }) =>
    `split only when each parcel is worth ${rule.minParcelValue} ${currency} or more`,
  sameParcel: () => "keep these together in one parcel",
  minMargin: (rule, { currency }) =>
    `leave a margin of ${rule.minMargin} ${currency} or more after goods and shipping`,
  hold: (rule) => `wait for a person to review (${rule.hold})`,
};

/** A guardrail's effects, each as the end of a sentence about orders or items. */
export function describeEffects(rule: Guardrail, words: RuleWords): string[] {
  const effects = Object.keys(WORDS) as Effect[];
  return effects
    .filter((effect) => rule[effect] !== undefined)
    .map((effect) => WORDS[effect](rule, words));
}

function describePlaces(selector: LocationSelector, { locationName }: RuleWords): string {
  const types = selector.types?.map((type) => TYPES[type]);
  const names = selector.ids?.map((id) => locationName(id));
  const groups = selector.groups?.map((group) => `“${group}”`);
  return [
    types ? joinWords(types, "or") : "",
    names ? joinWords(names, "or") : "",
    groups ? `${types || names ? "" : "locations "}in the group ${joinWords(groups, "or")}` : "",
  ]
    .filter(Boolean)
    .join(" that are ");
}

function count(units: number, noun: string): string {
  return `${units} ${noun}${units === 1 ? "" : "s"}`;
}
