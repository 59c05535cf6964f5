import type { ExclusionCode, ExclusionReason } from "#app/routing/plan.ts";
import { describeKeptBack } from "./describe-kept-back.ts";
import type { Facts } from "./facts.ts";
import { joinWords } from "#app/rules/words/join-words.ts";

/** Why a location cannot ship something: a sentence, and the rule it comes from, if any. */
export interface ReasonInWords {
  readonly text: string;
  readonly rule: { readonly id: string; readonly sentence: string } | null;
}

/** A location's reasons, the lines they have in common told together. */
export function describeReasons(
  facts: Facts,
  locationId: string,
  reasons: readonly ExclusionReason[],
): ReasonInWords[] {
  const groups = Map.groupBy(reasons, ({ code, rule }) => `${code} ${rule ?? ""}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const lineIds = [first, ...rest].flatMap(({ lineId }) => lineId ?? []);
    const { rule } = first;
    return {
      text: describeGroup(facts, locationId, first.code, lineIds),
      rule: rule === undefined ? null : { id: rule, sentence: facts.ruleSentence(rule) },
    };
  });
}

type Describe = (
  facts: Facts,
  locationId: string,
  items: string,
  lineIds: readonly string[],
) => string;

const GROUPS: Readonly<Record<ExclusionCode, Describe>> = {
  paused: () => "Paused",
  no_capacity: () => "Has taken all the units it can handle today",
  pickup_elsewhere: () => "The customer collects this order at another location",
  no_stock: (facts, locationId, _items, lineIds) => describeNoStock(facts, locationId, lineIds),
  only_from: (_facts, _at, items) => `May not ship ${items}, which a rule keeps to other locations`,
  never_from: (_facts, _at, items) => `May not ship ${items}: a rule leaves this location out`,
  min_available: (_facts, _at, items) =>
    `Has too few of ${items} for the number a rule wants on hand`,
  within_km: (facts, locationId, items) => describeTooFar(facts.kmFrom(locationId), items),
  within_promise: (_facts, _at, items) => `Would deliver ${items} later than promised`,
  stay_in_country: (_facts, _at, items) =>
    `Lies in another country, and a rule keeps ${items} in the customer's`,
  stay_in_province: (_facts, _at, items) =>
    `Lies in another state or province, and a rule keeps ${items} in the customer's`,
  before_cutoff: (_facts, _at, items) =>
    `Is past its cutoff today, and a rule wants ${items} to leave today`,
};

function describeGroup(
  facts: Facts,
  locationId: string,
  code: ExclusionCode,
  lineIds: readonly string[],
): string {
  const items = joinWords([...new Set(lineIds.map(facts.lineTitle))]);
  return GROUPS[code](facts, locationId, items, lineIds);
}

function describeTooFar(km: number | null, items: string): string {
  return km === null
    ? `Its distance is unknown, and a rule limits how far ${items} may travel`
    : `At ${km} km it is farther away than a rule allows for ${items}`;
}

/** Items it has none of in one sentence, then those it keeps back, then those it is not asked for. */
function describeNoStock(facts: Facts, locationId: string, lineIds: readonly string[]): string {
  const { snapshot } = facts;
  const skus = new Set(
    snapshot.order.lines.filter(({ id }) => lineIds.includes(id)).map(({ sku }) => sku),
  );
  const none: string[] = [];
  const kept: string[] = [];
  for (const sku of skus) {
    const title = facts.skuTitle(sku);
    const row = snapshot.stock.find((one) => one.locationId === locationId && one.sku === sku);
    if (isLeftOut(facts, locationId, sku)) continue;
    const keptBack = describeKeptBack(facts, locationId, sku);
    if (row && row.available > 0)
      kept.push(
        `${title}: ${row.available} available, all kept as safety stock${inBrackets(keptBack)}`,
      );
    else if (keptBack !== "") kept.push(`${title}: none to promise (${keptBack})`);
    else none.push(title);
  }
  const sentences = [
    ...(none.length > 0 ? [`None of ${joinWords(none, "or")}`] : []),
    ...kept,
    ...describeLeftOut(facts, locationId, skus),
  ];
  return sentences.join("; ");
}

function inBrackets(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function isLeftOut({ snapshot }: Facts, locationId: string, sku: string): boolean {
  return (snapshot.leftOut ?? []).some((one) => one.locationId === locationId && one.sku === sku);
}

/** Each cause once, with the items it keeps back unless it keeps back all that are asked for. */
function describeLeftOut(facts: Facts, locationId: string, skus: ReadonlySet<string>): string[] {
  const rows = (facts.snapshot.leftOut ?? []).filter(
    (one) => one.locationId === locationId && skus.has(one.sku),
  );
  const causes = Map.groupBy(rows, ({ reason }) => reason.replace(/\.$/, ""));
  return [...causes].map(([cause, held]) => {
    if (held.length === skus.size) return `Not asked: ${cause}`;
    return `Not asked for ${joinWords(held.map(({ sku }) => facts.skuTitle(sku)))}: ${cause}`;
  });
}
