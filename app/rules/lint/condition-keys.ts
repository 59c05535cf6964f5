import type { Condition } from "#app/routing/ruleset.ts";

/** One thing a condition asks, in a form two conditions can be compared in. */
export type ConditionKey =
  | {
      readonly kind: "values";
      readonly name: ValuesName;
      readonly values: readonly string[];
      /** An order or item has one such value at most, so two lists without a common one exclude each other. */
      readonly isSingle: boolean;
      readonly about: "order" | "item";
    }
  | {
      readonly kind: "prefixes";
      readonly name: "postalPrefixes";
      readonly values: readonly string[];
    }
  | {
      readonly kind: "range";
      readonly name: RangeName;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "times"; readonly name: "times"; readonly spans: readonly Span[] };

/** Minutes of the day: from, and up to but not with. */
export type Span = readonly [number, number];

type RangeName = "value" | "weight" | "nearestStore";
type ValuesName = keyof typeof VALUES;

const SINGLE = { isSingle: true, about: "order" } as const;
const SEVERAL = { isSingle: false, about: "order" } as const;
const OF_ITEM = { isSingle: false, about: "item" } as const;

// Two items of one order may differ, so what conditions ask of items never excludes.
const VALUES = {
  channels: SINGLE,
  countryCodes: SINGLE,
  provinceCodes: SINGLE,
  deliveryMethods: SINGLE,
  services: SINGLE,
  riskLevels: SINGLE,
  weekdays: SINGLE,
  orderTags: SEVERAL,
  customerTags: SEVERAL,
  itemTags: OF_ITEM,
  skus: OF_ITEM,
  productTypes: OF_ITEM,
  vendors: OF_ITEM,
  collections: OF_ITEM,
} as const satisfies Partial<Record<keyof Condition, { isSingle: boolean; about: string }>>;

const valueNames = Object.keys(VALUES) as ValuesName[];

const DAY = 24 * 60;

/**
 * What a condition asks, as alternatives of which one must hold in full: a single one where all keys
 * must fit, one per key where any is enough. A condition without keys has one alternative that asks
 * nothing, and none at all where any key would do: then nothing fits.
 */
export function listAlternatives(
  condition: Condition | undefined,
): readonly (readonly ConditionKey[])[] {
  const keys = listKeys(condition ?? {});
  return condition?.match === "any" ? keys.map((key) => [key]) : [keys];
}

/** True when the condition also chooses among an order's lines. */
export function asksItems(condition: Condition | undefined): boolean {
  return listKeys(condition ?? {}).some((key) => key.kind === "values" && key.about === "item");
}

function listKeys(condition: Condition): ConditionKey[] {
  const values = valueNames.flatMap((name): ConditionKey[] => {
    const list = condition[name];
    return list ? [{ kind: "values", name, values: list.map(String), ...VALUES[name] }] : [];
  });
  return [...values, ...listPrefixes(condition), ...listRanges(condition), ...listTimes(condition)];
}

function listPrefixes({ postalPrefixes }: Condition): ConditionKey[] {
  if (!postalPrefixes) return [];
  const values = postalPrefixes.map((prefix) => prefix.replaceAll(" ", "").toUpperCase());
  return [{ kind: "prefixes", name: "postalPrefixes", values }];
}

function listRanges(condition: Condition): ConditionKey[] {
  const { minOrderValue, maxOrderValue, minWeightKg, maxWeightKg } = condition;
  const { nearestStoreWithinKm } = condition;
  return [
    ...toRange("value", minOrderValue, maxOrderValue),
    ...toRange("weight", minWeightKg, maxWeightKg),
    ...toRange("nearestStore", undefined, nearestStoreWithinKm),
  ];
}

function toRange(
  name: RangeName,
  least: string | number | undefined,
  most: string | number | undefined,
): ConditionKey[] {
  if (least === undefined && most === undefined) return [];
  return [{ kind: "range", name, least: Number(least ?? 0), most: Number(most ?? Infinity) }];
}

function listTimes({ timeFrom, timeTo }: Condition): ConditionKey[] {
  if (timeFrom === undefined && timeTo === undefined) return [];
  const from = toMinute(timeFrom ?? "00:00");
  const to = timeTo === undefined ? DAY : toMinute(timeTo);
  const isOverMidnight = to <= from;
  const spans: Span[] = isOverMidnight ? [[from, DAY], ...untilMorning(to)] : [[from, to]];
  return [{ kind: "times", name: "times", spans }];
}

function untilMorning(to: number): Span[] {
  return to === 0 ? [] : [[0, to]];
}

function toMinute(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
