import type { Condition, Guardrail, LocationSelector } from "#app/routing/ruleset.ts";
import type { FieldInput } from "./field-input.ts";

export type ConditionKey = Exclude<keyof Condition, "match">;
export type EffectKey = Exclude<keyof Guardrail, "id" | "when" | "at">;
export type SelectorKey = keyof LocationSelector;

/** What a row of the editor speaks of, and the operators it can be asked by: "[Order value] [is at least] …". */
export interface Subject<Key extends string> {
  readonly label: string;
  readonly operators: readonly Operator<Key>[];
}

export interface Operator<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly input: FieldInput;
}

const anyOf = "is any of";

function listed<Key extends string>(key: Key, label: string, input: FieldInput): Subject<Key> {
  return { label, operators: [{ key, label: anyOf, input }] };
}

function known<Key extends string>(key: Key, label: string): Subject<Key> {
  return listed(key, label, { kind: "list", suggest: key });
}

/** Every field a condition can ask for, in the order the editor offers them. */
export const conditionSubjects: readonly Subject<ConditionKey>[] = [
  listed("deliveryMethods", "Delivery method", { kind: "choices", choices: "deliveryMethods" }),
  known("services", "Delivery service"),
  known("channels", "Sales channel"),
  known("countryCodes", "Country"),
  known("provinceCodes", "State or province"),
  {
    label: "Postal code",
    operators: [{ key: "postalPrefixes", label: "begins with any of", input: { kind: "list" } }],
  },
  {
    label: "Nearest store",
    operators: [
      { key: "nearestStoreWithinKm", label: "is within", input: { kind: "number", unit: "km" } },
    ],
  },
  {
    label: "Order value",
    operators: [
      { key: "minOrderValue", label: "is at least", input: { kind: "money" } },
      { key: "maxOrderValue", label: "is at most", input: { kind: "money" } },
    ],
  },
  {
    label: "Order weight",
    operators: [
      { key: "minWeightKg", label: "is at least", input: { kind: "number", unit: "kg" } },
      { key: "maxWeightKg", label: "is at most", input: { kind: "number", unit: "kg" } },
    ],
  },
  known("orderTags", "Order tag"),
  known("customerTags", "Customer tag"),
  listed("riskLevels", "Fraud risk", { kind: "choices", choices: "riskLevels" }),
  listed("weekdays", "Day it was placed", { kind: "choices", choices: "weekdays" }),
  {
    label: "Time it was placed",
    operators: [
      { key: "timeFrom", label: "is from", input: { kind: "time" } },
      { key: "timeTo", label: "is before", input: { kind: "time" } },
    ],
  },
  known("itemTags", "Product tag"),
  known("productTypes", "Product type"),
  known("vendors", "Product vendor"),
  known("collections", "Product collection"),
  listed("skus", "SKU", { kind: "list" }),
];

/** Which locations a guardrail speaks of. */
export const selectorSubjects: readonly Subject<SelectorKey>[] = [
  listed("types", "Kind of location", { kind: "choices", choices: "locationTypes" }),
  listed("ids", "Location", { kind: "choices", choices: "locations" }),
  listed("groups", "Location group", { kind: "list", suggest: "groups" }),
];

function effect(key: EffectKey, label: string, input: FieldInput): Subject<EffectKey> {
  return { label, operators: [{ key, label: "", input }] };
}

/** Everything a guardrail can demand. */
export const effectSubjects: readonly Subject<EffectKey>[] = [
  effect("onlyFrom", "Ship only from", { kind: "places" }),
  effect("neverFrom", "Never ship from", { kind: "places" }),
  effect("minAvailable", "Ship only where this many can be promised", {
    kind: "number",
    unit: "units",
  }),
  effect("withinKm", "Ship from no farther than", { kind: "number", unit: "km" }),
  effect("stayInCountry", "Stay in the customer's country", { kind: "flag" }),
  effect("stayInProvince", "Stay in the customer's state or province", { kind: "flag" }),
  effect("beforeCutoff", "Not from a location past its cutoff", { kind: "flag" }),
  effect("withinPromise", "Deliver within the promised days", { kind: "flag" }),
  effect("maxParcels", "Use at most this many parcels", { kind: "number", unit: "parcels" }),
  effect("minParcelValue", "Split only when each parcel is worth", { kind: "money" }),
  effect("sameParcel", "Keep these items in one parcel", { kind: "flag" }),
  effect("minMargin", "Leave a margin of at least", { kind: "money" }),
  effect("hold", "Hold the order for review, because", { kind: "text" }),
];

/** The operator of a key, with its subject; every key has one. */
export function findOperator<Key extends string>(
  subjects: readonly Subject<Key>[],
  key: Key,
): { readonly subject: Subject<Key>; readonly operator: Operator<Key> } {
  for (const subject of subjects) {
    const operator = subject.operators.find((one) => one.key === key);
    if (operator) return { subject, operator };
  }
  throw new Error(`The editor has no field ${key}.`);
}
