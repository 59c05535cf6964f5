import type {
  Condition,
  FallbackStep,
  Guardrail,
  Lane,
  LocationSelector,
  Priority,
  Ruleset,
} from "#app/routing/ruleset.ts";
import type { Random } from "./random.ts";

export const TYPES = ["store", "warehouse", "third_party", "vendor"] as const;
export const GROUPS = ["east", "west", "pilot"] as const;
export const ITEM_TAGS = ["fragile", "bulky", "gift"] as const;
export const ORDER_TAGS = ["vip", "wholesale", "rush"] as const;
export const CUSTOMER_TAGS = ["gold", "silver"] as const;
export const CHANNELS = ["online_store", "pos", "marketplace"] as const;
export const PROVINCES = ["IL", "OH", "CO", "CA"] as const;

const PRIORITIES: readonly Priority[] = [
  "lowest_cost",
  "fewest_parcels",
  "nearest",
  "earliest_delivery",
  "location_rank",
  "store_first",
  "warehouse_first",
];
const LOOSENING = ["allow_split", "relax_promise", "below_safety_stock", "partial"] as const;
const SETTLING = ["backorder", "hold", "exception"] as const;

/** Rules of every kind, about `guardrails` of them at random. */
export function generateRules(
  random: Random,
  guardrails: number,
  names: { readonly locationIds: readonly string[]; readonly skus: readonly string[] },
): Ruleset {
  const steps: FallbackStep[] = shuffle(random, LOOSENING).filter(() => random.chance(0.55));
  for (const step of SETTLING) {
    if (random.chance(0.3)) steps.splice(random.whole(0, steps.length), 0, step);
  }
  const lanes: Lane[] = [];
  for (let at = 0; at < random.whole(0, 3); at++) {
    lanes.push({
      id: `lane${at}`,
      ...(random.chance(0.5) ? { when: generateCondition(random, names.skus) } : {}),
      priorities: shuffle(random, PRIORITIES).slice(0, random.whole(1, 4)),
    });
  }
  return {
    guardrails: Array.from({ length: random.whole(0, guardrails) }, (_, at) =>
      generateGuardrail(random, `rule${at}`, names),
    ),
    lanes,
    whenNothingFits: steps,
  };
}

function generateGuardrail(
  random: Random,
  id: string,
  names: { readonly locationIds: readonly string[]; readonly skus: readonly string[] },
): Guardrail {
  const effects: (() => Partial<Guardrail>)[] = [
    () => ({ onlyFrom: generateSelector(random, names.locationIds) }),
    () => ({ neverFrom: generateSelector(random, names.locationIds) }),
    () => ({ minAvailable: random.whole(1, 3) }),
    () => ({ withinKm: random.whole(100, 3000) }),
    () => ({ withinPromise: true }),
    () => ({ maxParcels: random.whole(1, 3) }),
    () => ({ minParcelValue: `${random.whole(5, 60)}.00` }),
    () => ({ sameParcel: true }),
    () => ({ minMargin: `${random.whole(-20, 30)}.5` }),
  ];
  const count = random.chance(0.25) ? 2 : 1;
  const chosen = shuffle(random, effects).slice(0, count);
  const hold = random.chance(0.02) ? { hold: `check ${id}` } : {};
  const when = random.chance(0.6) ? { when: generateCondition(random, names.skus) } : {};
  return Object.assign({ id }, when, hold, ...chosen.map((effect) => effect()));
}

function generateCondition(random: Random, skus: readonly string[]): Condition {
  const keys: (() => Condition)[] = [
    () => ({ itemTags: random.some(ITEM_TAGS) }),
    () => ({ skus: random.some(skus) }),
    () => ({ itemTags: random.some(ITEM_TAGS) }),
    () => ({ orderTags: random.some(ORDER_TAGS) }),
    () => ({ customerTags: random.some(CUSTOMER_TAGS) }),
    () => ({ channels: random.some(CHANNELS) }),
    () => ({ countryCodes: ["US"] }),
    () => ({ provinceCodes: random.some(PROVINCES) }),
    () => ({ minOrderValue: `${random.whole(10, 80)}.00` }),
    () => ({ maxOrderValue: `${random.whole(30, 200)}.00` }),
    () => ({ deliveryMethods: ["shipping", "local"] }),
  ];
  const chosen = shuffle(random, keys).slice(0, random.chance(0.2) ? 2 : 1);
  return Object.assign({}, ...chosen.map((key) => key()));
}

function generateSelector(random: Random, locationIds: readonly string[]): LocationSelector {
  const keys: (() => LocationSelector)[] = [
    () => ({ types: random.some(TYPES) }),
    () => ({ ids: random.some(locationIds) }),
    () => ({ groups: random.some(GROUPS) }),
  ];
  return random.pick(keys)();
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((element) => ({ element, key: random.share() }))
    .sort((a, b) => a.key - b.key)
    .map(({ element }) => element);
}
