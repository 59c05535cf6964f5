import type { CsvProblem } from "#app/csv/csv-problem.ts";
import type { RateLine } from "./rate-line.ts";
import type { CardService, CardZone } from "./rate-card.ts";

export type BuiltRates =
  | { readonly ok: true; readonly rates: readonly CardService[] }
  | { readonly ok: false; readonly problems: readonly CsvProblem[] };

const mostServices = 20;

/**
 * Puts the lines of a file together into services, distances and weight steps, whatever their order in
 * the file. Every distance needs one line without an end in weight, every service one distance without
 * an end; no two lines may say the same thing (the reading of the file has seen to that).
 */
export function buildRates(lines: readonly RateLine[]): BuiltRates {
  const problems: CsvProblem[] = [];
  const services = groupBy(lines, (line) => line.service);
  if (services.size > mostServices) {
    problems.push({ line: null, message: `At most ${mostServices} services fit into one card.` });
  }
  const rates = [...services].map(([service, itsLines]): CardService => {
    const bands = [...groupBy(itsLines, (line) => line.upToKm)];
    bands.sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity));
    if (bands.at(-1)?.[0] !== null) {
      const line = itsLines.at(-1)!.lineNumber;
      const message = `${service} has no price for the farthest places: leave up_to_km empty (or name zone 8) in one line.`;
      problems.push({ line, message });
    }
    return { service, zones: bands.map(([, band]) => buildZone(band, problems)) };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rates };
}

function buildZone(band: readonly RateLine[], problems: CsvProblem[]): CardZone {
  const lines = [...band].sort((a, b) => (a.upToKg ?? Infinity) - (b.upToKg ?? Infinity));
  const [first] = lines;
  const open = lines.at(-1)!;
  const place = `${open.service} up to ${open.upToKm === null ? "any distance" : `${open.upToKm} km`}`;
  if (open.upToKg !== null) {
    const message = `${place} has no price for the heaviest parcels: leave up_to_kg empty in one line.`;
    problems.push({ line: open.lineNumber, message });
  }
  for (const line of lines) {
    problems.push(...judgeStep(line, first!, place));
  }
  const { upToKm, price: parcel, perKg, transitDays } = open;
  const zone = { upToKm, parcel, perKg, transitDays };
  if (lines.length === 1) return zone;
  return { ...zone, steps: lines.map(({ upToKg, price }) => ({ upToKg, price })) };
}

function judgeStep(line: RateLine, first: RateLine, place: string): CsvProblem[] {
  const found: CsvProblem[] = [];
  if (line.transitDays !== first.transitDays) {
    const message = `${place} takes ${line.transitDays} days here and ${first.transitDays} on line ${first.lineNumber}: one distance has one transit time.`;
    found.push({ line: line.lineNumber, message });
  }
  if (line.upToKg !== null && Number(line.perKg) !== 0) {
    const message = "per_kg belongs into the line without up_to_kg only.";
    found.push({ line: line.lineNumber, message });
  }
  return found;
}

function groupBy<Key>(
  lines: readonly RateLine[],
  keyOf: (line: RateLine) => Key,
): Map<Key, RateLine[]> {
  const groups = new Map<Key, RateLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}
