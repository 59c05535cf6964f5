/** A value of the TOML subset the app file uses. */
export type TomlValue = string | boolean | number | TomlValue[] | TomlTable;
export interface TomlTable {
  [key: string]: TomlValue;
}

/**
 * Parses the part of TOML that `shopify.app.toml` uses: comments, `[table]`, `[[array of tables]]`,
 * and `key = value` with basic strings, booleans, integers and (multi-line) arrays of these.
 *
 * @throws Error naming the line for anything else: guessing would configure the wrong app.
 */
export function parseTomlSubset(text: string): TomlTable {
  const root: TomlTable = {};
  let table = root;
  for (const { line, number } of logicalLines(text)) {
    const arrayHeader = /^\[\[\s*([\w.-]+)\s*\]\]$/.exec(line);
    const tableHeader = /^\[\s*([\w.-]+)\s*\]$/.exec(line);
    const pair = /^([\w-]+)\s*=\s*(.+)$/s.exec(line);
    if (arrayHeader?.[1]) table = openArrayTable(root, arrayHeader[1].split("."));
    else if (tableHeader?.[1]) table = openTable(root, tableHeader[1].split("."));
    else if (pair?.[1] && pair[2]) table[pair[1]] = parseValue(pair[2].trim(), number);
    else throw new Error(`Line ${number} is not TOML this parser knows: ${line}`);
  }
  return root;
}

/** Lines without comments and blanks; an array that spans lines becomes one. */
function* logicalLines(text: string): Generator<{ line: string; number: number }> {
  let open = "";
  let startedAt = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = stripComment(raw).trim();
    if (open === "") startedAt = index + 1;
    open = open === "" ? line : `${open} ${line}`;
    if (open === "") continue;
    if (bracketDepth(open) > 0) continue;
    yield { line: open, number: startedAt };
    open = "";
  }
  if (open !== "") throw new Error(`Line ${startedAt} opens an array that never closes.`);
}

function stripComment(line: string): string {
  return line.replace(
    /("(?:[^"\\]|\\.)*")|#.*$/g,
    (_all, quoted: string | undefined) => quoted ?? "",
  );
}

function bracketDepth(line: string): number {
  const outside = line.replace(/"(?:[^"\\]|\\.)*"/g, "");
  return (outside.match(/\[/g)?.length ?? 0) - (outside.match(/\]/g)?.length ?? 0);
}

function parseValue(text: string, line: number): TomlValue {
  if (/^\[.*\]$/s.test(text)) return splitItems(text.slice(1, -1)).map((i) => parseValue(i, line));
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return JSON.parse(text) as string;
  if (/^-?\d+$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  throw new Error(`Line ${line} has a value this parser does not know: ${text}`);
}

function splitItems(text: string): string[] {
  return text.match(/"(?:[^"\\]|\\.)*"|[^\s,]+/g) ?? [];
}

function openTable(root: TomlTable, path: readonly string[]): TomlTable {
  return path.reduce<TomlTable>((table, key) => {
    const child = (table[key] ??= {});
    return Array.isArray(child) ? (child.at(-1) as TomlTable) : (child as TomlTable);
  }, root);
}

function openArrayTable(root: TomlTable, path: readonly string[]): TomlTable {
  const parent = openTable(root, path.slice(0, -1));
  const list = (parent[path.at(-1) ?? ""] ??= []) as TomlValue[];
  const table: TomlTable = {};
  list.push(table);
  return table;
}
