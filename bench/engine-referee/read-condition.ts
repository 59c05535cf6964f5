import type { Condition } from "#app/routing/ruleset.ts";
import { cents, type Line, metresTo, type Order } from "./contract-world.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** The lines a rule selects; null when its condition does not fit. */
export function selectedLines(
  scenario: GeneratedScenario,
  order: Order,
  when: Condition | undefined,
): Line[] | null {
  if (!when) return order.lines;
  const asked = askOrder(scenario, order, when).filter((answer) => answer !== undefined);
  const answersOf = (line: Line) =>
    askItem(scenario, line, when).filter((answer) => answer !== undefined);
  if (when.match === "any") {
    if (asked.includes(true)) return order.lines;
    const some = order.lines.filter((line) => answersOf(line).includes(true));
    return some.length > 0 ? some : null;
  }
  if (asked.includes(false)) return null;
  const lines = order.lines.filter((line) => !answersOf(line).includes(false));
  return lines.length > 0 ? lines : null;
}

type Answer = boolean | undefined;

/** Undefined when nothing is wanted; null never fits. */
function any<T>(
  wanted: readonly T[] | undefined,
  actual: readonly (T | null | undefined)[],
): Answer {
  return wanted && actual.some((value) => value != null && wanted.includes(value));
}

function askOrder(scenario: GeneratedScenario, order: Order, when: Condition): Answer[] {
  const { destination } = order;
  return [
    any(when.orderTags, order.tags),
    any(when.channels, [order.channel]),
    any(when.customerTags, order.customerTags),
    any(when.countryCodes, [destination.countryCode]),
    any(when.provinceCodes, [destination.provinceCode]),
    any(when.deliveryMethods, [order.deliveryMethod]),
    any(when.services, [order.service]),
    any(when.riskLevels, [order.riskLevel]),
    any(when.weekdays, [order.weekday]),
    when.postalPrefixes?.some((prefix) => {
      const squeeze = (code: string) => code.split(" ").join("").toLowerCase();
      return squeeze(destination.postalCode ?? "?").indexOf(squeeze(prefix)) === 0;
    }),
    askDistance(scenario, order, when),
    between(
      order.lines.reduce((sum, l) => sum + l.quantity * cents(l.unitPrice), 0),
      when.minOrderValue === undefined ? undefined : cents(when.minOrderValue),
      when.maxOrderValue === undefined ? undefined : cents(when.maxOrderValue),
    ),
    between(weigh(scenario, order), grams(when.minWeightKg), grams(when.maxWeightKg)),
    askTime(order, when),
  ];
}

function askDistance(scenario: GeneratedScenario, order: Order, when: Condition): Answer {
  const most = when.nearestStoreWithinKm;
  if (most === undefined) return undefined;
  return scenario.locations.some((place) => {
    const metres = metresTo(order, place);
    return place.type === "store" && metres !== null && metres <= Math.round(most * 1000);
  });
}

function between(value: number, least: number | undefined, most: number | undefined): Answer {
  if (least === undefined && most === undefined) return undefined;
  return value >= (least ?? -Infinity) && value <= (most ?? Infinity);
}

function grams(kilograms: number | undefined): number | undefined {
  return kilograms === undefined ? undefined : Math.round(kilograms * 1000);
}

function weigh(scenario: GeneratedScenario, order: Order): number {
  return order.lines.reduce((sum, { sku, quantity }) => {
    const item = scenario.items.find((each) => each.sku === sku)!;
    return sum + quantity * grams(item.weightKg)!;
  }, 0);
}

/** Minutes after the window opens, around the clock, are fewer than it is long. */
function askTime({ localTime }: Order, when: Condition): Answer {
  if (when.timeFrom === undefined && when.timeTo === undefined) return undefined;
  if (localTime === undefined) return false;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const day = 24 * 60;
  const from = minutes(when.timeFrom ?? "00:00");
  const length = (minutes(when.timeTo ?? "24:00") - from + day) % day || day;
  return (minutes(localTime) - from + day) % day < length;
}

function askItem(scenario: GeneratedScenario, { sku }: Line, when: Condition): Answer[] {
  const item = scenario.items.find((each) => each.sku === sku)!;
  return [
    any(when.skus, [sku]),
    any(when.itemTags, item.tags),
    any(when.productTypes, [item.productType]),
    any(when.vendors, [item.vendor]),
    any(when.collections, item.collections ?? []),
  ];
}
