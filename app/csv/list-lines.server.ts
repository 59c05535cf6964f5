import { pipeline, Readable } from "node:stream";
import type { InfoRecord } from "csv-parse";
import { CsvError, parse } from "csv-parse";
import { UnreadableCsv } from "./csv-problem.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { rearmCell } from "./formula-cells.ts";
import type { CsvColumns } from "./read-header.ts";
import { readHeader } from "./read-header.ts";

/** The cells of one line by column name, trimmed; a column the file lacks is "". */
export type CsvLine = Readonly<Record<string, string>>;

export interface NumberedLine {
  /** Of the first line, where a cell holds line breaks; the header is line 1. */
  readonly lineNumber: number;
  readonly cells: CsvLine;
  /** What keeps the line from being read at all, as a sentence; null when nothing does. */
  readonly fault: string | null;
}

/** The data lines of a file as they arrive. Throws UnreadableCsv where nothing more can be read. */
export async function* listLines(
  source: AsyncIterable<Uint8Array>,
  columns: CsvColumns,
  maxBytes: number,
): AsyncGenerator<NumberedLine> {
  let places: ReadonlyMap<string, number> | null = null;
  let width = 0;
  for await (const { record, info } of parseRecords(source, maxBytes)) {
    const lineNumber = info.lines - countBreaks(record);
    if (places === null) {
      places = readHeader(record, columns);
      width = record.length;
      continue;
    }
    const fault = judgeWidth(record.length, width);
    yield { lineNumber, cells: readCells(record, places, columns), fault };
  }
  if (places === null) throw new UnreadableCsv({ line: null, message: "The file is empty." });
}

function readCells(
  record: readonly string[],
  places: ReadonlyMap<string, number>,
  { required, optional = [] }: CsvColumns,
): CsvLine {
  return Object.fromEntries(
    [...required, ...optional].map((name) => {
      const at = places.get(name);
      return [name, at === undefined ? "" : rearmCell((record[at] ?? "").trim())];
    }),
  );
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: InfoRecord;
}

async function* parseRecords(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ParsedRecord> {
  const text = decodeUtf8(source, maxBytes);
  const { value: first = "" } = await text.next();
  const parser = parse({
    delimiter: chooseDelimiter(first),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // The parser hands a failure of its source on to whoever reads it.
  pipeline(Readable.from(startingWith(first, text)), parser, () => undefined);
  try {
    for await (const parsed of parser) yield parsed as ParsedRecord;
  } catch (error) {
    throw error instanceof CsvError ? explain(error) : error;
  }
}

async function* startingWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Spreadsheets in countries with a decimal comma separate cells by semicolons. */
function chooseDelimiter(text: string): string {
  const [header = ""] = text.split("\n", 1);
  return [",", ";", "\t"].find((delimiter) => header.includes(delimiter)) ?? ",";
}

function countBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function judgeWidth(found: number, expected: number): string | null {
  return found === expected ? null : `This line has ${found} cells, the header has ${expected}.`;
}

function explain(error: CsvError): UnreadableCsv {
  const line = typeof error["lines"] === "number" ? error["lines"] : null;
  const isQuote = error.code.includes("QUOTE");
  const message = isQuote
    ? "A quotation mark is not closed or stands inside a cell."
    : error.message;
  return new UnreadableCsv({ line, message });
}
