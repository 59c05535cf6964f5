import type { CsvReading } from "#app/csv/read-csv.server.ts";
import { readFile } from "#app/csv/read-file.ts";
import { readCsv } from "#app/csv/read-csv.server.ts";
import { problemsShown } from "#app/csv/csv-problem.ts";
import { buildRates } from "./build-rates.ts";
import { parseRateLine } from "./parse-rate-line.ts";
import type { CardService } from "./rate-card.ts";
import type { Ladder, RateLine } from "./rate-line.ts";
import { columnsOf } from "./rate-line.ts";

export type RateCardFile =
  | { readonly ok: true; readonly rates: readonly CardService[]; readonly ladder: Ladder }
  | Extract<CsvReading, { readonly ok: false }>;

/** A card has at most 20 services with a few dozen distances and weights each. */
const maxLines = 10_000;

/**
 * Reads a rate card's file: `service, up_to_km | zone, up_to_kg, price, per_kg, transit_days`, lines in
 * any order. Nothing is kept of a file with a problem; all problems come with their lines.
 */
export async function readRateCardFile(file: Blob): Promise<RateCardFile> {
  const ladder = await guessLadder(file);
  const lines: RateLine[] = [];
  const reading = await readCsv<RateLine>(
    readFile(file),
    {
      columns: { required: columnsOf(ladder) },
      readLine: (cells, lineNumber) => parseRateLine(cells, lineNumber, ladder),
      keyOf: ({ service, upToKm, upToKg }) =>
        `${service}, ${upToKm === null ? "any distance" : `${upToKm} km`}, ${upToKg === null ? "any weight" : `${upToKg} kg`}`,
      maxLines,
    },
    (rows) => void lines.push(...rows),
  );
  if (!reading.ok) return reading;
  const built = buildRates(lines);
  if (built.ok) return { ok: true, rates: built.rates, ladder };
  const { problems } = built;
  const shown = problems.slice(0, problemsShown);
  return { ok: false, problems: shown, problemCount: problems.length };
}

/** The header says which of the two it is; a wrong header is judged by the columns of a km ladder. */
async function guessLadder(file: Blob): Promise<Ladder> {
  const [header = ""] = (await file.slice(0, 1_000).text()).split("\n", 1);
  const cells = header.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', "").toLowerCase());
  return cells.includes("zone") && !cells.includes("up_to_km") ? "zone" : "km";
}
