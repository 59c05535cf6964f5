import type { ExclusionCode, ExclusionReason } from "#app/routing/plan.ts";
import type { Facts } from "./facts.ts";

const PHRASES: Readonly<Record<Exclude<ExclusionCode, "no_stock">, string>> = {
  paused: "is paused",
  no_capacity: "has no capacity left today",
  pickup_elsewhere: "is not where the customer collects it",
  only_from: "is not among the locations a rule allows",
  never_from: "is barred by a rule",
  min_available: "has too few on hand for a rule",
  within_km: "is farther away than a rule allows",
  within_promise: "would deliver too late",
  stay_in_country: "lies in another country",
  stay_in_province: "lies in another state or province",
  before_cutoff: "is past its cutoff today",
};

/** Why a location was left out, as the end of a sentence about it: "keeps its last unit (…)". */
export function tellReason(facts: Facts, locationId: string, reason: ExclusionReason): string {
  const { code, rule, lineId } = reason;
  if (code === "no_stock") return tellStock(facts, locationId, lineId);
  const sentence = rule === undefined ? "" : facts.ruleSentence(rule).replace(/\.$/, "");
  return sentence === "" ? PHRASES[code] : `${PHRASES[code]} (${sentence})`;
}

/** None of it, kept back from the engine, or kept for the shelf. */
function tellStock(facts: Facts, locationId: string, lineId: string | undefined): string {
  const { snapshot } = facts;
  const sku = snapshot.order.lines.find(({ id }) => id === lineId)?.sku ?? "";
  const isHere = (row: { readonly locationId: string; readonly sku: string }) =>
    row.locationId === locationId && row.sku === sku;
  const leftOut = snapshot.leftOut?.find(isHere);
  if (leftOut) return `is not asked (${leftOut.reason.replace(/\.$/, "")})`;
  const row = snapshot.stock.find(isHere);
  if (!row || row.available <= 0) return `has no ${facts.skuTitle(sku)}`;
  const units = row.available === 1 ? "its last unit" : `its last ${row.available} units`;
  const of = snapshot.order.lines.length > 1 ? ` of ${facts.skuTitle(sku)}` : "";
  return `keeps ${units}${of} (safety stock ${row.safetyStock})`;
}
