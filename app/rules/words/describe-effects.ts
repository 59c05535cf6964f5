import type { Guardrail } from "#app/routing/ruleset.ts";
import { describePlaces } from "./describe-places.ts";
import type { RuleWords } from "./rule-words.ts";

type Effect = Exclude<keyof Guardrail, "id" | "when" | "at">;
type Describe = (rule: Guardrail, words: RuleWords) => string;

const WORDS: Readonly<Record<Effect, Describe>> = {
  onlyFrom: (rule, words) => `ship only from ${describePlaces(rule.onlyFrom!, words)}`,
  neverFrom: (rule, words) => `never ship from ${describePlaces(rule.neverFrom!, words)}`,
  minAvailable: (rule) => `ship only from where at least ${rule.minAvailable} can be promised`,
  withinKm: (rule) => `ship from within ${rule.withinKm} km of the customer`,
  stayInCountry: () => "ship from the customer's own country",
  stayInProvince: () => "ship from the customer's own province or state",
  beforeCutoff: () => "ship only from where today's cutoff has not passed",
  withinPromise: () => "arrive within the days promised to the customer",
  maxParcels: (rule) => `use at most ${count(rule.maxParcels!, "parcel")}`,
  minParcelValue: (rule, { currency }) =>
    `split only when each parcel is worth ${rule.minParcelValue} ${currency} or more`,
  sameParcel: () => "keep these together in one parcel",
  minMargin: (rule, { currency }) =>
    `leave a margin of ${rule.minMargin} ${currency} or more after goods and shipping`,
  hold: (rule) => `wait for a person to review (${rule.hold})`,
};

/**
 * A guardrail's effects, each as the end of a sentence about orders or items. One that binds some
 * locations only says so: "at stores, ship only from where at least 3 can be promised".
 */
export function describeEffects(rule: Guardrail, words: RuleWords): string[] {
  const effects = (Object.keys(WORDS) as Effect[])
    .filter((effect) => rule[effect] !== undefined)
    .map((effect) => WORDS[effect](rule, words));
  const [first, ...others] = effects;
  if (!rule.at || first === undefined) return effects;
  return [`at ${describePlaces(rule.at, words)}, ${first}`, ...others];
}

function count(units: number, noun: string): string {
  return `${units} ${noun}${units === 1 ? "" : "s"}`;
}
