import type { Basket, BasketLine, StockPrices } from "./market.ts";

/** A linear program in CPLEX LP format. Its last rows limit these shelves, in this order. */
export interface Program {
  readonly text: string;
  readonly shelves: readonly Shelf[];
}

interface Shelf {
  readonly item: string;
  readonly place: number;
}

export interface ProgramInput {
  readonly baskets: readonly Basket[];
  readonly stock: ReadonlyMap<string, readonly number[]>;
  /** Items whose stock binds; what others cost here is in `prices`. */
  readonly items: ReadonlySet<string>;
  readonly prices: StockPrices;
}

/** Places offered to a line, the cheapest first: more change nothing but the size of the program. */
const MOST_PLACES = 12;
/** What a unit from none of them costs, against the dearest place there is. */
const ELSEWHERE = 2;

interface Draft {
  readonly costs: string[];
  readonly rows: string[];
  /** Variables that take from a shelf, by item and place. */
  readonly takers: Map<string, { readonly shelf: Shelf; readonly names: string[] }>;
}

/**
 * The transportation problem of serving baskets (demand) from shelves (supply) at the least cost:
 * x = units of a line from a place, y = the part of a parcel opened there, s = units from elsewhere.
 * A line's units need a parcel (x <= units y), so that shelves which save parcels are worth more.
 * Parcels are not whole: duals need a linear program, and this relaxation is close to whole ones.
 */
export function writeProgram(input: ProgramInput): Program {
  const draft: Draft = { costs: [], rows: [], takers: new Map() };
  input.baskets.forEach((basket, b) => writeBasket(draft, input, basket, b));
  const takers = [...draft.takers.values()];
  for (const { shelf, names } of takers) {
    draft.rows.push(`${names.join(" + ")} <= ${input.stock.get(shelf.item)![shelf.place]!}`);
  }
  const shelves = takers.map(({ shelf }) => shelf);
  const objective = ` cost: ${draft.costs.join("\n + ")}`;
  return { text: ["Minimize", objective, "Subject To", ...draft.rows, "End"].join("\n"), shelves };
}

function writeBasket(draft: Draft, input: ProgramInput, basket: Basket, b: number): void {
  const opened = new Set<number>();
  basket.lines.forEach((line, j) => {
    const places = listPlaces(input, basket, line);
    const parts = [`s_${b}_${j}`];
    draft.costs.push(`${priceElsewhere(basket, line)} s_${b}_${j}`);
    for (const place of places) {
      const x = `x_${b}_${j}_${place}`;
      const have = input.stock.get(line.item)![place]!;
      parts.push(x);
      opened.add(place);
      draft.costs.push(`${line.unit[place]! + priceOf(input, line.item, place)} ${x}`);
      draft.rows.push(`${x} - ${Math.min(have, line.units)} y_${b}_${place} <= 0`);
      if (input.items.has(line.item)) noteTaker(draft, line.item, place, x);
      else if (have < line.units) draft.rows.push(`${x} <= ${have}`);
    }
    draft.rows.push(`${parts.join(" + ")} = ${line.units}`);
  });
  for (const place of opened) draft.costs.push(`${basket.parcel[place]!} y_${b}_${place}`);
}

function noteTaker({ takers }: Draft, item: string, place: number, name: string): void {
  const key = `${place} ${item}`;
  const known = takers.get(key) ?? { shelf: { item, place }, names: [] };
  known.names.push(name);
  takers.set(key, known);
}

function listPlaces(input: ProgramInput, basket: Basket, line: BasketLine): number[] {
  const stock = input.stock.get(line.item) ?? [];
  const price = (place: number) =>
    basket.parcel[place]! + line.unit[place]! + priceOf(input, line.item, place);
  return stock
    .flatMap((units, place) => (units > 0 ? [place] : []))
    .filter((place) => basket.onlyPlace === null || basket.onlyPlace === place)
    .sort((a, b) => price(a) - price(b) || a - b)
    .slice(0, MOST_PLACES);
}

function priceElsewhere({ parcel }: Basket, { unit }: BasketLine): number {
  return Math.ceil(ELSEWHERE * Math.max(...parcel.map((one, place) => one + unit[place]!)));
}

/** Items outside the group cost what they were last reckoned to. */
function priceOf({ items, prices }: ProgramInput, item: string, place: number): number {
  return items.has(item) ? 0 : (prices.get(item)?.[place] ?? 0);
}
