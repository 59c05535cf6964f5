import { formatMoney } from "#app/format-money.ts";
import type { RunFigures, VariantFigures } from "./measure-outcomes.ts";
import type { ChangeKind } from "./list-changes.ts";

interface Found {
  readonly figures: RunFigures;
  /** Names in the variants' order; the first is today's rules. */
  readonly names: readonly string[];
  readonly changes: Readonly<Record<ChangeKind, number>>;
  readonly currency: string;
}

/** What a replay found, in plain sentences, the most telling first. */
export function describeResult(found: Found): string[] {
  const { figures, names, changes } = found;
  const second = names[1] ?? "The other";
  const changed = changes.moved + changes.exception_avoided + changes.exception_created;
  return [
    `${names[0]} and ${lowerFirst(second)} were tried on ${count(figures.orders, "past order")}; ` +
      `${changed === 0 ? "not one of them" : count(changed, "order")} would have gone otherwise.`,
    ...names.slice(1).flatMap((_, at) => compareCosts(found, at + 1)),
    ...describeExceptions(changes, second),
    ...names.slice(1).flatMap((_, at) => compareSpeed(found, at + 1)),
  ];
}

/** Costs only of orders that all ship in full: otherwise shipping less would look cheap. */
function compareCosts({ figures, names, currency }: Found, at: number): string[] {
  const { shared } = figures;
  if (shared.orders === 0) return [];
  const [today, other] = [Number(shared.costs[0]), Number(shared.costs[at])];
  const name = names[at]!;
  const money = (amount: number) => formatMoney(amount.toFixed(4), currency);
  const whoever = names.length === 2 ? "both" : "all of them";
  const on = `On the ${count(shared.orders, "order")} that ${whoever} ship in full`;
  if (today === other) return [`${on}, ${lowerFirst(name)} costs the same as today's rules.`];
  const difference = Math.abs(other - today);
  const percent = today === 0 ? "" : ` (${((difference / today) * 100).toFixed(1)} %)`;
  const each = money(difference / shared.orders);
  const word = other < today ? "less" : "more";
  return [
    `${on}, ${lowerFirst(name)} costs ${money(difference)} ${word}${percent}: ${each} an order.`,
  ];
}

function describeExceptions(
  { exception_avoided: avoided, exception_created: created }: Readonly<Record<ChangeKind, number>>,
  name: string,
): string[] {
  if (avoided === 0 && created === 0) return [];
  return [
    `Compared with today's rules, ${lowerFirst(name)} spares people ${count(avoided, "order")} ` +
      `and leaves them ${count(created, "order")} more to look at.`,
  ];
}

function compareSpeed({ figures, names }: Found, at: number): string[] {
  const { meanDays } = figures.shared;
  const [today, other] = [meanDays[0], meanDays[at]];
  if (today == null || other == null || today === other) return [];
  const difference = Number(other) - Number(today);
  const word = difference < 0 ? "sooner" : "later";
  return [
    `${names[at]} delivers ${Math.abs(difference).toFixed(2)} days ${word} on average ` +
      `(${other} instead of ${today}).`,
  ];
}

function lowerFirst(name: string): string {
  return name.startsWith("Shopify") ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}

/** A share for people: "4.2 %", or a dash where there is nothing to divide by. */
export function describeShare(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)} %`;
}

/** Cost of a shipped order, or a dash. */
export function costPerOrder({ cost, shipped }: VariantFigures, currency: string): string {
  return shipped === 0 ? "–" : formatMoney((Number(cost) / shipped).toFixed(4), currency);
}
