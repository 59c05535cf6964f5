import { badRequest } from "./errors.ts";

const MAX_PAGE_SIZE = 250;

/** The paging arguments every connection takes. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface Connection<Item> {
  nodes: Item[];
  edges: { cursor: string; node: Item }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface Ordering<Item> {
  idOf: (item: Item) => string;
  /** What the list is sorted by before the id; absent when the id alone orders it. */
  sortedBy?: (item: Item) => string;
}

type Position = readonly [value: string, id: string];

/**
 * One page of a list, as Shopify's connections give it: cursors name the item's place in the
 * order, so a page stays right when items come or go. Ids are compared as whole numbers.
 */
export function connect<Item>(
  items: readonly Item[],
  args: PageArguments,
  ordering: Ordering<Item>,
): Connection<Item> {
  const direction = args.reverse === true ? -1 : 1;
  const places = items.map((item): Place<Item> => ({
    item,
    position: [ordering.sortedBy?.(item) ?? "", ordering.idOf(item)],
  }));
  const [after, before] = [args.after, args.before].map((cursor) =>
    cursor == null ? null : decode(cursor),
  );
  const between = places
    .filter(({ position }) => after == null || direction * compare(position, after) > 0)
    .filter(({ position }) => before == null || direction * compare(position, before) < 0)
    .sort((one, other) => direction * compare(one.position, other.position));
  const page = args.first == null ? between.slice(-(args.last ?? 0)) : between.slice(0, args.first);
  return toConnection(page, {
    before: page[0] !== between[0] || (after != null && between.length < places.length),
    after: page.at(-1) !== between.at(-1) || (before != null && between.length < places.length),
  });
}

interface Place<Item> {
  item: Item;
  position: Position;
}

/** Throws BAD_REQUEST unless exactly one of first and last is given, and is at most 250. */
export function checkPageSize({ first, last }: PageArguments): void {
  if (first == null && last == null) throw badRequest("you must provide one of first or last");
  if (first != null && last != null) {
    throw badRequest("providing both first and last is not supported");
  }
  const size = first ?? last ?? 0;
  const name = first == null ? "last" : "first";
  if (size < 0) throw badRequest(`${name} cannot be negative`);
  if (size > MAX_PAGE_SIZE) throw badRequest(`${name} cannot exceed ${MAX_PAGE_SIZE}`);
}

function toConnection<Item>(
  page: readonly Place<Item>[],
  more: { before: boolean; after: boolean },
): Connection<Item> {
  const edges = page.map(({ item, position }) => ({ cursor: encode(position), node: item }));
  return {
    nodes: page.map(({ item }) => item),
    edges,
    pageInfo: {
      hasNextPage: page.length > 0 && more.after,
      hasPreviousPage: page.length > 0 && more.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function compare([value, id]: Position, [otherValue, otherId]: Position): number {
  if (value !== otherValue) return value < otherValue ? -1 : 1;
  if (id.length !== otherId.length) return id.length - otherId.length;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}

function encode([value, id]: Position): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

function decode(cursor: string): Position {
  try {
    const { last_id: id, last_value: value } = JSON.parse(
      Buffer.from(cursor, "base64").toString("utf8"),
    ) as { last_id: string; last_value: string };
    return [value, id];
  } catch {
    throw badRequest("Invalid cursor for current pagination sort.");
  }
}
