import fc from "fast-check";
import type {
  Condition,
  Guardrail,
  LocationSelector,
  LocationType,
  Ruleset,
} from "#app/routing/ruleset.ts";
import type { Location, Snapshot } from "#app/routing/snapshot.ts";
import type { LintFacts } from "#app/rules/lint/lint-facts.ts";
import { prioritiesOf, stepsOf } from "#app/rules/ruleset-keys.ts";
import { smallNetwork, smallSnapshot } from "#test/builders/decided-order.ts";

/**
 * Rules and orders over so few values that they meet often: two or three of everything. The network
 * has four places, so that "only from" and "never from" often leave none.
 */
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const TIMES = ["00:00", "08:00", "12:00", "18:00"];
const VALUES = ["20.00", "40.00", "60.00"];

const conditionShape = {
  orderTags: few("rush", "gift"),
  channels: few("online_store", "ebay"),
  customerTags: few("vip", "staff"),
  countryCodes: few("US", "CA"),
  provinceCodes: few("CO", "ON"),
  minOrderValue: fc.constantFrom(...VALUES),
  maxOrderValue: fc.constantFrom(...VALUES),
  deliveryMethods: few("shipping", "local", "pickup"),
  itemTags: few("fragile", "premium"),
  skus: few("A", "B"),
  match: fc.constantFrom("all", "any"),
  postalPrefixes: few("80", "8090", "K1"),
  nearestStoreWithinKm: fc.constantFrom(50, 200, 2500),
  services: few("standard", "express"),
  minWeightKg: fc.constantFrom(0.5, 1, 2),
  maxWeightKg: fc.constantFrom(0.5, 1, 2),
  riskLevels: few("low", "medium", "high"),
  weekdays: few(1, 6, 7),
  timeFrom: fc.constantFrom(...TIMES),
  timeTo: fc.constantFrom(...TIMES),
  productTypes: few("lamp", "mug"),
  vendors: few("Acme", "Borealis"),
  collections: few("winter", "sale"),
} satisfies Record<keyof Condition, unknown>;

type Shape = typeof conditionShape;

/** One to three keys, so that conditions fit orders and each other often enough to test something. */
export const conditions: fc.Arbitrary<Condition> = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(conditionShape) as (keyof Shape)[])), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, conditionShape[key]]))))
  .map((condition) => condition as Condition);

const selectors = fc.oneof<fc.Arbitrary<LocationSelector>[]>(
  fc.record({ types: few<LocationType>("store", "warehouse") }),
  fc.record({ ids: few("1", "2", "3", "4") }),
  fc.record({ groups: few("west", "east") }),
);

const effects: fc.Arbitrary<Omit<Guardrail, "id">> = fc.oneof(
  fc.record({ onlyFrom: selectors }),
  fc.record({ neverFrom: selectors }),
  fc.record({ neverFrom: selectors, at: selectors }),
  fc.record({ onlyFrom: selectors, at: selectors }),
  fc.record({ minAvailable: fc.constantFrom(1, 2, 3) }),
  fc.record({ withinKm: fc.constantFrom(100, 300, 2500) }),
  fc.constant({ withinPromise: true } as const),
  fc.record({ maxParcels: fc.constantFrom(1, 2) }),
  fc.record({ minParcelValue: fc.constantFrom(...VALUES) }),
  fc.constant({ sameParcel: true } as const),
  fc.record({ minMargin: fc.constantFrom("0.00", "10.00") }),
  fc.constant({ stayInCountry: true } as const),
  fc.constant({ stayInProvince: true } as const),
  fc.constant({ beforeCutoff: true } as const),
);

function withCondition<T extends object>(rules: fc.Arbitrary<T>) {
  return fc
    .tuple(fc.option(conditions), rules)
    .map(([when, rule]) => (when ? { when, ...rule } : rule));
}

function numbered<T extends object>(name: string, rules: fc.Arbitrary<T>, maxLength: number) {
  return fc
    .array(rules, { maxLength })
    .map((list) => list.map((rule, at) => ({ id: `${name} ${at}`, ...rule })));
}

export const rulesets: fc.Arbitrary<Ruleset> = fc.record({
  guardrails: numbered("limit", withCondition(effects), 4),
  lanes: numbered(
    "lane",
    withCondition(
      fc.record({
        priorities: fc.uniqueArray(fc.constantFrom(...prioritiesOf("product")), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
    ),
    4,
  ),
  whenNothingFits: fc.uniqueArray(fc.constantFrom(...stepsOf("product")), { maxLength: 5 }),
});

const places: readonly Location[] = [
  ...smallNetwork().locations.map((place, at) => ({
    ...place,
    provinceCode: at === 2 ? "OH" : "CO",
    groups: at === 2 ? ["east"] : ["west"],
  })),
  {
    ...smallNetwork().locations[0]!,
    ...{ id: "4", name: "Ottawa", latitude: 45.42, longitude: -75.7, countryCode: "CA" },
    ...{ provinceCode: "ON", groups: ["east"], pastCutoff: true },
  },
];

export const facts: LintFacts = {
  currency: "USD",
  locations: places.map(({ id, name, type, groups }) => ({ id, name, type, groups })),
  unusedValues: {},
  matches: null,
};

const cells = fc.array(
  fc.tuple(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom("A", "B"), fc.nat(3)),
);

/** An order and a world for it; the rules come later. */
export const orders: fc.Arbitrary<Snapshot> = fc
  .record({
    stock: cells,
    quantities: fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 2 })),
    tags: fc.subarray(["rush", "gift"]),
    customerTags: fc.subarray(["vip", "staff"]),
    channel: fc.constantFrom("online_store", "ebay", null),
    method: fc.constantFrom("shipping", "local", "pickup"),
    isCanadian: fc.boolean(),
    service: fc.constantFrom("standard", "express"),
    maxDeliveryDays: fc.constantFrom(null, 2, 5),
    riskLevel: fc.constantFrom("low", "medium", "high", null),
    weekday: fc.constantFrom(1, 6, 7),
    localTime: fc.constantFrom("00:00", "07:59", "08:00", "12:30", "18:00", "23:59"),
    itemTags: fc.subarray(["fragile", "premium"]),
    isLamp: fc.boolean(),
    collections: fc.subarray(["winter", "sale"]),
  })
  .map((one) => {
    const { quantities, stock, method, isCanadian, itemTags, isLamp, collections, ...order } = one;
    const lines = (["A", "B"] as const)
      .map((sku, at) => [sku, quantities[at]!] as const)
      .filter(([, quantity]) => quantity > 0);
    const snapshot = smallSnapshot("1001", { stock: [], lines });
    const to = isCanadian ? OTTAWA : snapshot.order.destination;
    return {
      ...snapshot,
      stock: lastOfEach(stock),
      items: snapshot.items.map((item) => describeItem(item, itemTags, isLamp, collections)),
      order: {
        ...snapshot.order,
        ...order,
        deliveryMethod: method,
        pickupLocationId: method === "pickup" ? "1" : null,
        destination: to,
      },
    } as Snapshot;
  });

const OTTAWA = {
  ...{ latitude: 45.4, longitude: -75.7, countryCode: "CA", provinceCode: "ON" },
  postalCode: "k1a 0b1",
};

/** SKU B is an untagged mug, so that conditions on items select one line and not the other. */
function describeItem(
  item: Snapshot["items"][number],
  tags: readonly string[],
  isLamp: boolean,
  collections: readonly string[],
) {
  if (item.sku === "B") return { ...item, tags: [], productType: "mug", vendor: "Acme" };
  return { ...item, tags, collections, productType: isLamp ? "lamp" : "mug", vendor: "Borealis" };
}

function lastOfEach(rows: readonly (readonly [string, string, number])[]): Snapshot["stock"] {
  const cells = new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row]));
  return [...cells.values()].map(([locationId, sku, available]) => {
    return { locationId, sku, available, safetyStock: 0, opportunityCost: "0.00" };
  });
}

/** The order in a network with these rules and more services than the small one has. */
export function under(snapshot: Snapshot, ruleset: Ruleset): Snapshot {
  const network = smallNetwork();
  const [standard] = network.rates;
  const rates = [standard!, { ...standard!, service: "express" }];
  return { ...snapshot, network: { ...network, rates, locations: places, ruleset } };
}
