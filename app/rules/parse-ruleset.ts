import type {
  Condition,
  FallbackStep,
  Guardrail,
  Lane,
  LocationSelector,
  Priority,
  Ruleset,
} from "#app/routing/ruleset.ts";
import {
  ContractBreach,
  type Fields,
  oneOf,
  type Reader,
  readFilledList,
  readList,
  readMoney,
  readObject,
  readSignedMoney,
  readText,
  refuseDuplicates,
  threeDecimals,
  wholeNumber,
} from "./parse-ruleset-fields.ts";

export const LOCATION_TYPES = ["store", "warehouse", "third_party", "vendor"] as const;
export const DELIVERY_METHODS = ["shipping", "local", "pickup"] as const;

const PRIORITIES: readonly Priority[] = [
  "lowest_cost",
  "fewest_parcels",
  "nearest",
  "earliest_delivery",
  "location_rank",
  "store_first",
  "warehouse_first",
];
const STEPS: readonly FallbackStep[] = [
  "allow_split",
  "relax_promise",
  "below_safety_stock",
  "partial",
  "backorder",
  "hold",
  "exception",
];

const texts: Reader<string[]> = (value, path) => readFilledList(value, path, readText);
const types: Reader<string[]> = (value, path) => readFilledList(value, path, oneOf(LOCATION_TYPES));
const methods: Reader<string[]> = (value, path) =>
  readFilledList(value, path, oneOf(DELIVERY_METHODS));

const CONDITION_KEYS: Readonly<Record<keyof Condition, Reader<unknown>>> = {
  orderTags: texts,
  channels: texts,
  customerTags: texts,
  countryCodes: texts,
  provinceCodes: texts,
  minOrderValue: readMoney,
  maxOrderValue: readMoney,
  deliveryMethods: methods,
  itemTags: texts,
  skus: texts,
};
const SELECTOR_KEYS: Readonly<Record<keyof LocationSelector, Reader<unknown>>> = {
  types,
  ids: texts,
  groups: texts,
};
const readSelector: Reader<unknown> = (value, path) => readSome(value, path, SELECTOR_KEYS);
const EFFECT_KEYS: Readonly<Record<Exclude<keyof Guardrail, "id" | "when">, Reader<unknown>>> = {
  onlyFrom: readSelector,
  neverFrom: readSelector,
  minAvailable: wholeNumber(1),
  withinKm: threeDecimals(),
  withinPromise: readTrue,
  maxParcels: wholeNumber(1),
  minParcelValue: readMoney,
  sameParcel: readTrue,
  minMargin: readSignedMoney,
  hold: readText,
};

/**
 * Reads a ruleset as a scenario file or a rule export holds it. Throws a `ContractBreach` with the
 * JSON path, which starts with `path`.
 */
export function parseRuleset(value: unknown, path: string): Ruleset {
  const fields = readObject(value, path, ["guardrails", "lanes", "whenNothingFits"]);
  const guardrails = readList(fields.guardrails, `${path}.guardrails`, parseGuardrail);
  const lanes = readList(fields.lanes, `${path}.lanes`, parseLane);
  const steps = `${path}.whenNothingFits`;
  const whenNothingFits = readList(fields.whenNothingFits, steps, oneOf(STEPS));
  refuseDuplicates(ids(guardrails), (at) => `${path}.guardrails[${at}].id`);
  refuseDuplicates(ids(lanes), (at) => `${path}.lanes[${at}].id`);
  refuseDuplicates(whenNothingFits, (at) => `${steps}[${at}]`);
  return { guardrails, lanes, whenNothingFits };
}

function parseGuardrail(value: unknown, path: string): Guardrail {
  const effects = Object.keys(EFFECT_KEYS);
  const fields = readObject(value, path, ["id"], ["when", ...effects]);
  readText(fields.id, `${path}.id`);
  readWhen(fields, path);
  if (!effects.some((effect) => Object.hasOwn(fields, effect))) {
    throw new ContractBreach(path, "must have an effect");
  }
  readEach(fields, path, EFFECT_KEYS);
  return fields as unknown as Guardrail;
}

function parseLane(value: unknown, path: string): Lane {
  const fields = readObject(value, path, ["id", "priorities"], ["when"]);
  readText(fields.id, `${path}.id`);
  readWhen(fields, path);
  const list = `${path}.priorities`;
  refuseDuplicates(
    readFilledList(fields.priorities, list, oneOf(PRIORITIES)),
    (at) => `${list}[${at}]`,
  );
  return fields as unknown as Lane;
}

function readWhen(fields: Fields, path: string): void {
  if (Object.hasOwn(fields, "when")) readSome(fields.when, `${path}.when`, CONDITION_KEYS);
}

/** An object with at least one of the keys. */
function readSome(
  value: unknown,
  path: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
): Fields {
  const fields = readObject(value, path, [], Object.keys(readers));
  if (Object.keys(fields).length === 0) throw new ContractBreach(path, "must not be empty");
  readEach(fields, path, readers);
  return fields;
}

function readEach(
  fields: Fields,
  path: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
): void {
  for (const [key, read] of Object.entries(readers)) {
    if (Object.hasOwn(fields, key)) read(fields[key], `${path}.${key}`);
  }
}

function readTrue(value: unknown, path: string): true {
  if (value !== true) throw new ContractBreach(path, "must be true");
  return value;
}

function ids(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
