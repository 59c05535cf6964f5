import { notImplemented } from "./errors.ts";

/** The values an item has under each filter name of Shopify's search syntax. */
export type Filters<Item> = Record<string, (item: Item) => string | readonly string[]>;

interface Term {
  field: string;
  operator: ":" | ":>" | ":>=" | ":<" | ":<=";
  value: string;
  negated: boolean;
}

const TERM = /(-|NOT )?([A-Za-z_]+)(:(?:>=|<=|>|<)?)\s*("[^"]*"|'[^']*'|[^\s()]+)/y;

/**
 * The items a `query` argument matches: terms `field:value`, `field:>=value`, `-field:value`, joined
 * by AND (or a space) and OR, AND binding closer. A filter we do not know fails loudly, where
 * Shopify would ignore it.
 */
export function search<Item>(
  items: readonly Item[],
  query: string | null | undefined,
  filters: Filters<Item>,
): readonly Item[] {
  if (query == null || query.trim() === "") return items;
  const alternatives = parse(query);
  for (const { field } of alternatives.flat()) {
    if (filters[field] === undefined) throw notImplemented(`the search filter "${field}"`);
  }
  return items.filter((item) =>
    alternatives.some((terms) => terms.every((term) => matches(item, term, filters))),
  );
}

function parse(query: string): Term[][] {
  return query.split(/\s+OR\s+/).map((conjunction) => {
    const text = conjunction
      .replaceAll(/[()]/g, " ")
      .replaceAll(/\sAND\s/g, " ")
      .trim();
    const terms: Term[] = [];
    let at = 0;
    while (at < text.length) {
      TERM.lastIndex = at;
      const match = TERM.exec(text);
      if (match === null) throw notImplemented(`the search syntax of "${query}"`);
      terms.push(termOf(match));
      at = TERM.lastIndex + (/^\s*/.exec(text.slice(TERM.lastIndex))?.[0].length ?? 0);
    }
    return terms;
  });
}

function termOf([, negation, field = "", operator = ":", value = ""]: RegExpExecArray): Term {
  return {
    field,
    operator: operator as Term["operator"],
    value: value.replaceAll(/^["']|["']$/g, ""),
    negated: negation !== undefined,
  };
}

function matches<Item>(item: Item, term: Term, filters: Filters<Item>): boolean {
  const held = filters[term.field]?.(item) ?? [];
  const values = typeof held === "string" ? [held] : held;
  const wanted = term.value.split(",");
  const hit = values.some((value) => wanted.some((one) => holds(value, term.operator, one)));
  return hit !== term.negated;
}

function holds(value: string, operator: Term["operator"], wanted: string): boolean {
  const order = compareValues(value, wanted);
  switch (operator) {
    case ":":
      return order === 0;
    case ":>":
      return order > 0;
    case ":>=":
      return order >= 0;
    case ":<":
      return order < 0;
    case ":<=":
      return order <= 0;
  }
}

const DIGITS = /^\d+$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Ids as whole numbers, instants as time, everything else as text without case. */
function compareValues(value: string, wanted: string): number {
  if (DIGITS.test(value) && DIGITS.test(wanted)) {
    const difference = BigInt(value) - BigInt(wanted);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }
  if (DATE.test(value) && DATE.test(wanted)) return Date.parse(value) - Date.parse(wanted);
  const [one, other] = [value.toLowerCase(), wanted.toLowerCase()];
  return one === other ? 0 : one < other ? -1 : 1;
}
