import type {
  Condition,
  FallbackStep,
  Guardrail,
  LocationSelector,
  Priority,
  RiskLevel,
} from "#app/routing/ruleset.ts";
import {
  ContractBreach,
  oneOf,
  type Reader,
  readFilledList,
  readMoney,
  readSignedMoney,
  readText,
  threeDecimals,
  wholeNumber,
} from "./parse-ruleset-fields.ts";
import { readSome, readTrue } from "./parse-ruleset-parts.ts";

/**
 * The rule language, key by key. "scenario" is version 1 of the scenario contract
 * (docs/scenario.md), kept strict; "product" is all of it and more (docs/rule-language.md).
 */
export type Dialect = "scenario" | "product";

export const LOCATION_TYPES = ["store", "warehouse", "third_party", "vendor"] as const;
export const DELIVERY_METHODS = ["shipping", "local", "pickup"] as const;
export const RISK_LEVELS: readonly RiskLevel[] = ["low", "medium", "high"];

const SCENARIO_PRIORITIES: readonly Priority[] = [
  "lowest_cost",
  "fewest_parcels",
  "nearest",
  "earliest_delivery",
  "location_rank",
  "store_first",
  "warehouse_first",
];
const PRODUCT_PRIORITIES: readonly Priority[] = [
  "clear_aged_stock",
  "spare_scarce_stock",
  "level_load",
  "highest_margin",
];

const SCENARIO_STEPS: readonly FallbackStep[] = [
  "allow_split",
  "relax_promise",
  "below_safety_stock",
  "partial",
  "backorder",
  "hold",
  "exception",
];
const PRODUCT_STEPS: readonly FallbackStep[] = [
  "one_more_parcel",
  "promise_one_day_later",
  "substitute",
];

export function prioritiesOf(dialect: Dialect): readonly Priority[] {
  return dialect === "scenario"
    ? SCENARIO_PRIORITIES
    : [...SCENARIO_PRIORITIES, ...PRODUCT_PRIORITIES];
}

export function stepsOf(dialect: Dialect): readonly FallbackStep[] {
  return dialect === "scenario" ? SCENARIO_STEPS : [...SCENARIO_STEPS, ...PRODUCT_STEPS];
}

/** A reader per key of an object. */
export type Readers = Readonly<Record<string, Reader<unknown>>>;

const listOf = (read: Reader<unknown>): Reader<unknown> => {
  return (value, path) => readFilledList(value, path, read);
};
const texts = listOf(readText);

const SELECTOR_KEYS: Readonly<Record<keyof LocationSelector, Reader<unknown>>> = {
  types: listOf(oneOf(LOCATION_TYPES)),
  ids: texts,
  groups: texts,
};
const readSelector: Reader<unknown> = (value, path) => readSome(value, path, SELECTOR_KEYS);

type ScenarioCondition =
  | "orderTags"
  | "channels"
  | "customerTags"
  | "countryCodes"
  | "provinceCodes"
  | "minOrderValue"
  | "maxOrderValue"
  | "deliveryMethods"
  | "itemTags"
  | "skus";

const SCENARIO_CONDITION: Readonly<Record<ScenarioCondition, Reader<unknown>>> = {
  orderTags: texts,
  channels: texts,
  customerTags: texts,
  countryCodes: texts,
  provinceCodes: texts,
  minOrderValue: readMoney,
  maxOrderValue: readMoney,
  deliveryMethods: listOf(oneOf(DELIVERY_METHODS)),
  itemTags: texts,
  skus: texts,
};

const PRODUCT_CONDITION: Readonly<
  Record<Exclude<keyof Condition, ScenarioCondition>, Reader<unknown>>
> = {
  match: oneOf(["all", "any"]),
  postalPrefixes: texts,
  nearestStoreWithinKm: threeDecimals(),
  services: texts,
  minWeightKg: threeDecimals(),
  maxWeightKg: threeDecimals(),
  riskLevels: listOf(oneOf(RISK_LEVELS)),
  weekdays: listOf(wholeNumber(1, 7)),
  timeFrom: readTimeOfDay,
  timeTo: readTimeOfDay,
  productTypes: texts,
  vendors: texts,
  collections: texts,
};

type Effect = Exclude<keyof Guardrail, "id" | "when" | "at">;
type ProductEffect = "stayInCountry" | "stayInProvince" | "beforeCutoff";

const SCENARIO_EFFECTS: Readonly<Record<Exclude<Effect, ProductEffect>, Reader<unknown>>> = {
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

const PRODUCT_EFFECTS: Readonly<Record<ProductEffect, Reader<unknown>>> = {
  stayInCountry: readTrue,
  stayInProvince: readTrue,
  beforeCutoff: readTrue,
};

export function conditionKeys(dialect: Dialect): Readers {
  return dialect === "scenario"
    ? SCENARIO_CONDITION
    : { ...SCENARIO_CONDITION, ...PRODUCT_CONDITION };
}

export function effectKeys(dialect: Dialect): Readers {
  return dialect === "scenario" ? SCENARIO_EFFECTS : { ...SCENARIO_EFFECTS, ...PRODUCT_EFFECTS };
}

/** What else a guardrail may hold besides its effects and its condition. */
export function scopeKeys(dialect: Dialect): Readers {
  return dialect === "scenario" ? {} : { at: readSelector };
}

/** Effects on a plan or an order as a whole, which cannot be narrowed to some locations. */
export const PLAN_EFFECTS: readonly Effect[] = [
  "maxParcels",
  "minParcelValue",
  "sameParcel",
  "minMargin",
  "hold",
];

function readTimeOfDay(value: unknown, path: string): string {
  if (typeof value !== "string" || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    throw new ContractBreach(path, "must be a time of day from 00:00 to 23:59");
  }
  return value;
}
