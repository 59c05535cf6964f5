import type { ExclusionCode, ExclusionReason } from "#app/routing/plan.ts";
import type { Facts } from "./facts.ts";
import { joinWords } from "#app/rules/words/join-words.ts";

/** Why a location cannot ship something: a sentence, and the rule it comes from, if any. */
export interface ReasonInWords {
  readonly text: string;
  readonly rule: { readonly id: string; readonly sentence: string } | null;
}

/** A location that rejected the order, or counted an item out, is left alone for a while. */
export interface Setback {
  readonly locationId: string;
  /** Null: the whole order. */
  readonly sku: string | null;
  readonly reason: string;
}

/** A location's reasons, the lines they have in common told together. */
export function describeReasons(
  facts: Facts,
  locationId: string,
  reasons: readonly ExclusionReason[],
  setbacks: readonly Setback[],
): ReasonInWords[] {
  const setback = setbacks.find((one) => one.locationId === locationId && one.sku === null);
  if (setback) return [{ text: `Left out of this order: ${setback.reason}`, rule: null }];
  const groups = Map.groupBy(reasons, ({ code, rule }) => `${code} ${rule ?? ""}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const lineIds = [first, ...rest].flatMap(({ lineId }) => lineId ?? []);
    const own = setbacks.filter((one) => one.locationId === locationId);
    const { rule } = first;
    return {
      text: describeGroup(facts, locationId, first.code, lineIds, own),
      rule: rule === undefined ? null : { id: rule, sentence: facts.ruleSentence(rule) },
    };
  });
}

function describeGroup(
  facts: Facts,
  locationId: string,
  code: ExclusionCode,
  lineIds: readonly string[],
  setbacks: readonly Setback[],
): string {
  const items = joinWords([...new Set(lineIds.map(facts.lineTitle))]);
  switch (code) {
    case "paused":
      return "Paused";
    case "no_capacity":
      return "Has taken all the units it can handle today";
    case "pickup_elsewhere":
      return "The customer collects this order at another location";
    case "no_stock":
      return describeNoStock(facts, locationId, lineIds, setbacks);
    case "only_from":
      return `May not ship ${items}, which a rule keeps to other locations`;
    case "never_from":
      return `May not ship ${items}: a rule leaves this location out`;
    case "min_available":
      return `Has too few of ${items} for the number a rule wants on hand`;
    case "within_km":
      return describeTooFar(facts.kmFrom(locationId), items);
    case "within_promise":
      return `Would deliver ${items} later than promised`;
  }
}

function describeTooFar(km: number | null, items: string): string {
  return km === null
    ? `Its distance is unknown, and a rule limits how far ${items} may travel`
    : `At ${km} km it is farther away than a rule allows for ${items}`;
}

/** One sentence for items it has none of, one for each item it keeps back. */
function describeNoStock(
  facts: Facts,
  locationId: string,
  lineIds: readonly string[],
  setbacks: readonly Setback[],
): string {
  const lines = facts.snapshot.order.lines.filter((line) => lineIds.includes(line.id));
  const none: string[] = [];
  const kept: string[] = [];
  for (const { sku, id } of lines) {
    const setback = setbacks.find((one) => one.sku === sku);
    const row = facts.snapshot.stock.find((s) => s.locationId === locationId && s.sku === sku);
    const title = facts.lineTitle(id);
    if (setback) kept.push(`${title} is not asked for here for now: ${setback.reason}`);
    else if (row && row.available > 0)
      kept.push(`${title}: ${row.available} available, all kept as safety stock`);
    else none.push(title);
  }
  const sentences = [
    ...(none.length > 0 ? [`None of ${joinWords([...new Set(none)], "or")}`] : []),
    ...kept,
  ];
  return [...new Set(sentences)].join("; ") || "Nothing of this order in stock";
}
