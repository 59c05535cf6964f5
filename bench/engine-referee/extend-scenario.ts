import type { Scenario } from "#app/insights/scenario/parse-scenario.ts";
import type { Condition, FallbackStep, Guardrail, Lane, Priority } from "#app/routing/ruleset.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import { TYPES } from "./generate-rules.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";
import { type Random, seedRandom } from "./random.ts";

const COLLECTIONS = ["Summer", "Winter", "Sale"] as const;
const PRODUCT_TYPES = ["Shoes", "Hats"] as const;
const VENDORS = ["Acme", "Bravo"] as const;
const POSTAL_CODES = ["60601", "k1a 0b1", "K1B0B1", "94105"] as const;
const PRIORITIES: readonly Priority[] = [
  "clear_aged_stock",
  "spare_scarce_stock",
  "level_load",
  "highest_margin",
];
const STEPS: readonly FallbackStep[] = ["one_more_parcel", "promise_one_day_later", "substitute"];

/** The same world with the product's fields filled in and its rules mixed with the product's. */
export function extendScenario(raw: GeneratedScenario, seed: number): GeneratedScenario {
  const random = seedRandom(seed * 7919 + 13);
  const maybe = <T>(value: () => T): T | undefined => (random.chance(0.7) ? value() : undefined);
  const keep = <T extends object>(fields: T) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    ...raw,
    locations: raw.locations.map((place) => ({
      ...place,
      countryCode: random.chance(0.8) ? "US" : "CA",
      ...keep({
        unitsPerDay: maybe(() => random.whole(0, 8)),
        pastCutoff: maybe(() => random.chance(0.4)),
      }),
    })),
    items: raw.items.map((item) => ({
      ...item,
      ...keep({
        productType: maybe(() => random.pick(PRODUCT_TYPES)),
        vendor: maybe(() => random.pick(VENDORS)),
        collections: maybe(() => random.some(COLLECTIONS)),
      }),
    })),
    stock: raw.stock.map((row) => ({
      ...row,
      ...keep({
        ageDays: maybe(() => random.pick([0, 30, 31, 200, 364, 365, 900])),
        daysOfCover: maybe(() => random.pick([0, 1, 12, 29, 30, 400])),
      }),
    })),
    orders: raw.orders.map((order) => ({
      ...order,
      destination: {
        ...order.destination,
        postalCode: (maybe(() => random.pick(POSTAL_CODES)) ?? null) as null,
      },
      ...keep({
        riskLevel: maybe(() => random.pick(["low", "medium", "high"] as const)),
        localTime: maybe(() => random.pick(["00:00", "08:59", "09:00", "17:30", "23:59"])),
        weekday: maybe(() => random.whole(1, 7)),
      }),
    })),
    ruleset: extendRules(raw.ruleset, random),
  };
}

function extendRules(rules: GeneratedScenario["ruleset"], random: Random) {
  const whenNothingFits = [...rules.whenNothingFits];
  for (const step of STEPS) {
    if (random.chance(0.3))
      whenNothingFits.splice(random.whole(0, whenNothingFits.length), 0, step);
  }
  const more: Lane[] = random.chance(0.5) ? [{ id: "more", priorities: ["highest_margin"] }] : [];
  return {
    guardrails: [
      ...rules.guardrails.map((rule) => extendGuardrail(rule, random)),
      ...(random.chance(0.5)
        ? [extendGuardrail({ id: "stay", ...makeEffect(random) }, random)]
        : []),
    ],
    lanes: [...rules.lanes, ...more].map((lane) => ({
      ...lane,
      ...extendWhen(lane.when, random),
      priorities: mixPriorities(lane.priorities, random),
    })),
    whenNothingFits,
  };
}

function mixPriorities(priorities: readonly Priority[], random: Random): Priority[] {
  const mixed = [...priorities];
  // More than two would be refused a proof now and then: docs/decisions/0008.
  for (const priority of [random.pick(PRIORITIES), random.pick(PRIORITIES)]) {
    if (random.chance(0.7) && !mixed.includes(priority)) {
      mixed.splice(random.whole(0, mixed.length), 0, priority);
    }
  }
  return mixed;
}

function makeEffect(random: Random): Partial<Guardrail> {
  return random.pick<() => Partial<Guardrail>>([
    () => ({ stayInCountry: true }),
    () => ({ stayInProvince: true }),
    () => ({ beforeCutoff: true }),
    () => ({ minAvailable: random.whole(1, 4) }),
  ])();
}

function extendGuardrail(rule: Guardrail, random: Random): Guardrail {
  const { maxParcels, minParcelValue, sameParcel, minMargin, hold } = rule;
  const isBroad = [maxParcels, minParcelValue, sameParcel, minMargin, hold].some(
    (effect) => effect !== undefined,
  );
  const at = !isBroad && random.chance(0.4) ? { at: { types: random.some(TYPES) } } : {};
  return { ...rule, ...extendWhen(rule.when, random), ...at };
}

/** Another key or two, and perhaps only one of all must fit. */
function extendWhen(when: Condition | undefined, random: Random): { when?: Condition } {
  if (!random.chance(0.5)) return when ? { when } : {};
  const keys: (() => Condition)[] = [
    () => ({ postalPrefixes: [random.pick(["6", "K1A0", "k1b 0", "94105"])] }),
    () => ({ nearestStoreWithinKm: random.whole(0, 3000) }),
    () => ({ services: ["express"] }),
    () => ({ minWeightKg: random.whole(0, 3000) / 1000 }),
    () => ({ maxWeightKg: random.whole(500, 6000) / 1000 }),
    () => ({ riskLevels: random.some(["low", "medium", "high"] as const) }),
    () => ({ weekdays: random.some([1, 2, 3, 4, 5, 6, 7]) }),
    () => ({ timeFrom: random.pick(["09:00", "17:30", "23:00"]) }),
    () => ({ timeFrom: "17:30", timeTo: random.pick(["09:00", "17:30", "23:59"]) }),
    () => ({ timeTo: "09:00" }),
    () => ({ productTypes: random.some(PRODUCT_TYPES) }),
    () => ({ vendors: random.some(VENDORS) }),
    () => ({ collections: random.some(COLLECTIONS) }),
  ];
  const extra = Object.assign(
    {},
    random.pick(keys)(),
    random.chance(0.3) ? random.pick(keys)() : {},
  );
  const match = random.chance(0.5) ? { match: random.pick(["all", "any"] as const) } : {};
  return { when: { ...when, ...extra, ...match } };
}

/** A generated world as the engine takes it; its rules pass through the product's own parser. */
export function toScenario(raw: GeneratedScenario): Scenario {
  const { now, currency, rates, splitPenalty, items, stock, orders } = raw;
  const locations = raw.locations.map(({ unitsLeftToday: _, ...place }) => place);
  const ruleset = parseRuleset(structuredClone(raw.ruleset), "$.ruleset", "product");
  const unitsLeftToday = Object.fromEntries(
    raw.locations.flatMap((place) =>
      place.unitsLeftToday === null ? [] : [[place.id, place.unitsLeftToday]],
    ),
  );
  const network = { currency, rates, splitPenalty, locations, ruleset };
  return { now, network, items, stock, unitsLeftToday, orders: orders as Scenario["orders"] };
}
