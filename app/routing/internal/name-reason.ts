import type { Known } from "../explain-in-words.ts";
import type { ExclusionCode, ExclusionReason } from "../plan.ts";

const PHRASES: Readonly<Record<Exclude<ExclusionCode, "no_stock">, string>> = {
  paused: "is paused",
  no_capacity: "has no capacity left today",
  pickup_elsewhere: "is not where the order is picked up",
  only_from: "is not among the locations allowed",
  never_from: "is barred",
  min_available: "has too little stock to spare",
  within_km: "is too far away",
  within_promise: "cannot deliver in time",
  stay_in_country: "is in another country",
  stay_in_province: "is in another state or province",
  before_cutoff: "is past its cutoff today",
};

/** Why a location can give nothing of a line, as the end of a sentence: "is paused". */
export function nameReason(known: Known, locationId: string, reason: ExclusionReason): string {
  const { code, rule, lineId } = reason;
  if (code === "no_stock") return nameStock(known, locationId, lineId);
  return rule === undefined ? PHRASES[code] : `${PHRASES[code]} (rule ${rule})`;
}

function nameStock({ snapshot }: Known, locationId: string, lineId: string | undefined): string {
  const sku = snapshot.order.lines.find(({ id }) => id === lineId)?.sku;
  const row = snapshot.stock.find((each) => each.locationId === locationId && each.sku === sku);
  if (!row || row.available <= 0 || row.safetyStock === 0) return `has no ${sku ?? "stock"}`;
  const kept = row.available === 1 ? "its last unit" : `its last ${row.available} units`;
  return `keeps ${kept}${snapshot.order.lines.length > 1 ? ` of ${sku}` : ""} (safety stock ${row.safetyStock})`;
}
