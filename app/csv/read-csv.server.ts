import type { CsvProblem } from "./csv-problem.ts";
import { problemsShown, UnreadableCsv } from "./csv-problem.ts";
import type { CsvLine, NumberedLine } from "./list-lines.server.ts";
import { listLines } from "./list-lines.server.ts";
import type { CsvColumns } from "./read-header.ts";

/** A kind of file: its columns, and what makes a line a row. */
export interface CsvTable<Row> {
  readonly columns: CsvColumns;
  /** The row, or a sentence for everything that is wrong with the line. */
  readonly readLine: (line: CsvLine, lineNumber: number) => Row | CsvLineProblems;
  /** Two lines with the same key are a problem; null or no function: lines may repeat. */
  readonly keyOf?: (row: Row) => string | null;
  /** Data lines at most; 200,000 unless told. */
  readonly maxLines?: number;
}

export interface CsvLineProblems {
  readonly problems: readonly string[];
}

export type CsvReading =
  | { readonly ok: true; readonly rows: number }
  | {
      readonly ok: false;
      /** The first hundred, in the order of the file. */
      readonly problems: readonly CsvProblem[];
      readonly problemCount: number;
    };

const rowsPerBatch = 1_000;
const usualLines = 200_000;
const maxBytes = 64_000_000;

/**
 * Reads a CSV file as it arrives and hands good rows to `take` in batches of up to 1,000; from the
 * first problem on nothing more is handed over, but the file is read to its end, so that one upload
 * names everything there is to mend. `take` must work inside a transaction (or collect), which the
 * caller drops unless the reading is ok: then nothing is ever half-imported.
 *
 * UTF-8 with or without byte order mark; commas, or semicolons or tabs where the header has them;
 * quoted cells may hold line breaks; empty lines are skipped. Formula cells are plain text.
 */
export async function readCsv<Row extends object>(
  source: AsyncIterable<Uint8Array>,
  table: CsvTable<Row>,
  take: (rows: readonly Row[]) => Promise<void> | void,
): Promise<CsvReading> {
  const report = startReport();
  const rows = await takeRows(source, table, take, report).catch((error: unknown) => {
    if (!(error instanceof UnreadableCsv)) throw error;
    report.add(error.problem.line, [error.problem.message]);
    return null;
  });
  return report.count === 0 && rows !== null
    ? { ok: true, rows }
    : { ok: false, problems: report.shown, problemCount: report.count };
}

/** Returns how many data lines there were. */
async function takeRows<Row extends object>(
  source: AsyncIterable<Uint8Array>,
  table: CsvTable<Row>,
  take: (rows: readonly Row[]) => Promise<void> | void,
  report: Report,
): Promise<number> {
  const seen = new Map<string, number>();
  let batch: Row[] = [];
  let lines = 0;
  for await (const line of listLines(source, table.columns, maxBytes)) {
    lines += 1;
    refuseTooMany(lines, table.maxLines ?? usualLines);
    const row = judgeLine(table, line, seen);
    if ("problems" in row) report.add(line.lineNumber, row.problems);
    else if (report.count === 0) batch.push(row);
    if (batch.length < rowsPerBatch || report.count > 0) continue;
    await take(batch);
    batch = [];
  }
  if (lines === 0) report.add(null, ["The file has no lines below its header."]);
  if (report.count === 0 && batch.length > 0) await take(batch);
  return lines;
}

type Report = ReturnType<typeof startReport>;

function startReport() {
  const shown: CsvProblem[] = [];
  let count = 0;
  return {
    shown,
    get count() {
      return count;
    },
    add(line: number | null, messages: readonly string[]) {
      count += messages.length;
      const room = problemsShown - shown.length;
      shown.push(...messages.slice(0, room).map((message) => ({ line, message })));
    },
  };
}

function judgeLine<Row extends object>(
  { readLine, keyOf }: CsvTable<Row>,
  { cells, lineNumber, fault }: NumberedLine,
  seen: Map<string, number>,
): Row | CsvLineProblems {
  if (fault !== null) return { problems: [fault] };
  const row = readLine(cells, lineNumber);
  if ("problems" in row) return row;
  const key = keyOf?.(row) ?? null;
  if (key === null) return row;
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, lineNumber);
    return row;
  }
  return { problems: [`Lines ${earlier} and ${lineNumber} are about the same thing: ${key}.`] };
}

function refuseTooMany(lines: number, most: number): void {
  if (lines <= most) return;
  const message = `The file has more than ${most.toLocaleString("en-US")} lines. Split it.`;
  throw new UnreadableCsv({ line: null, message });
}
