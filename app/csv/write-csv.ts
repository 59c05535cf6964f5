import { stringify } from "csv-stringify/sync";
import { disarmCell } from "./formula-cells.ts";

/** Texts are disarmed against formulas; numbers are written as they are; null is an empty cell. */
export type CsvCell = string | number | null;

/** Without it Excel reads UTF-8 as its own old code page. */
const byteOrderMark = "\uFEFF";

/**
 * Streams a CSV file (RFC 4180, UTF-8 with byte order mark) from batches of rows, so that a file of
 * any length takes the memory of one batch. What `readCsv` reads back is what was given here.
 */
export async function* writeCsv(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + writeRows([header]);
  for await (const rows of batches) {
    if (rows.length > 0) yield writeRows(rows);
  }
}

function writeRows(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? disarmCell(cell) : cell))),
    { record_delimiter: "windows" },
  );
}
