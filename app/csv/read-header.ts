import { UnreadableCsv } from "./csv-problem.ts";

/** What a file must look like. */
export interface CsvColumns {
  /** Columns the header must have, in any order; capitals and outer spaces do not matter. */
  readonly required: readonly string[];
  /** Columns the header may have; missing ones read as empty cells. */
  readonly optional?: readonly string[];
  /** Other columns are read over instead of refused: for files somebody else's program wrote. */
  readonly ignoresOthers?: boolean;
}

/** Where each known column stands in the file. Throws UnreadableCsv naming what is wrong. */
export function readHeader(
  cells: readonly string[],
  { required, optional = [], ignoresOthers = false }: CsvColumns,
): ReadonlyMap<string, number> {
  const found = cells.map(normalise);
  const known = [...required, ...optional];
  const names = new Map(known.map((name) => [normalise(name), name]));
  const repeated = found.filter((cell, at) => names.has(cell) && found.indexOf(cell) !== at);
  const missing = required.filter((name) => !found.includes(normalise(name)));
  const others = cells.filter((cell) => !names.has(normalise(cell)));
  const faults = [
    sentence("lacks", missing),
    sentence("repeats", [...new Set(repeated)]),
    ignoresOthers ? "" : sentence("has unknown", others),
  ].filter(Boolean);
  if (faults.length > 0) {
    const expected = `Expected: ${known.join(", ")}.`;
    const message = `The first line ${faults.join(", and ")}. ${expected}`;
    throw new UnreadableCsv({ line: 1, message });
  }
  return new Map(
    found.flatMap((cell, at) => {
      const name = names.get(cell);
      return name === undefined ? [] : [[name, at] as const];
    }),
  );
}

function sentence(verb: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const quoted = names.slice(0, 10).map((name) => `“${name.slice(0, 40)}”`);
  return `${verb} ${names.length === 1 ? "column" : "columns"} ${quoted.join(", ")}`;
}

function normalise(name: string): string {
  return name.trim().toLowerCase();
}
