import loadHighs from "highs";
import type { Cycle } from "./make-cycle.ts";
import { money, type OrderPrices, priceOrder } from "./price-cycle.ts";

export interface Foresight {
  /** Least cost of all orders together, in 1/10,000. */
  readonly cost: number;
  readonly splits: number;
  /** False when time ran out: then `cost` is only the best found. */
  readonly isProven: boolean;
}

/**
 * Units each order line is filled with, first come, first served from all places together. Whoever
 * refuses no sale that stock allows fills exactly these.
 */
export function fillInTurn(cycle: Cycle): number[][] {
  const left = new Map<string, number>();
  for (const { sku, available } of cycle.stock) left.set(sku, (left.get(sku) ?? 0) + available);
  return cycle.orders.map(({ order }) =>
    order.lines.map(({ sku, quantity }) => {
      const units = Math.min(quantity, left.get(sku) ?? 0);
      left.set(sku, (left.get(sku) ?? 0) - units);
      return units;
    }),
  );
}

interface Program {
  readonly objective: string[];
  readonly rows: string[];
  readonly bounds: string[];
  readonly integers: string[];
  readonly binaries: string[];
  /** Variables that take from a shelf. */
  readonly takers: Map<string, string[]>;
}

/**
 * Perfect foresight: one mixed-integer program over all orders of the cycle, filling what any policy
 * fills, solved by HiGHS to proven optimum. x_o_j_l = units of line j of order o from place l,
 * y_o_l = a parcel from there.
 */
export async function solveForesight(cycle: Cycle, seconds: number): Promise<Foresight> {
  const { network, orders, items } = cycle;
  const weightOf = new Map(items.map(({ sku, weightKg }) => [sku, weightKg]));
  const have = new Map(cycle.stock.map((row) => [`${row.sku} ${row.locationId}`, row.available]));
  const penalty = money(network.splitPenalty);
  const fills = fillInTurn(cycle);
  const program: Program = {
    objective: [],
    rows: [],
    bounds: [],
    integers: [],
    binaries: [],
    takers: new Map(),
  };
  let shipped = 0;
  orders.forEach(({ order }, o) => {
    if (fills[o]!.every((units) => units === 0)) return;
    shipped += 1;
    addOrder(program, cycle, o, fills[o]!, priceOrder(network, weightOf, order), have);
  });
  for (const [shelf, names] of program.takers) {
    program.rows.push(`${names.join(" + ")} <= ${have.get(shelf)!}`);
  }
  const highs = await loadHighs();
  const solution = highs.solve(writeOut(program), { time_limit: seconds, mip_rel_gap: 0 });
  const columns = solution.Columns as Record<string, { readonly Primal: number }>;
  const parcelsOf = (o: number) =>
    network.locations.filter((_, l) => (columns[`y_${o}_${l}`]?.Primal ?? 0) > 0.5).length;
  return {
    // Every parcel bears the penalty in the program; an order's first is free of it.
    cost: Math.round(solution.ObjectiveValue) - penalty * shipped,
    splits: orders.filter((_, o) => parcelsOf(o) > 1).length,
    isProven: solution.Status === "Optimal",
  };
}

function addOrder(
  program: Program,
  { network, orders }: Cycle,
  o: number,
  fill: readonly number[],
  prices: OrderPrices,
  have: ReadonlyMap<string, number>,
): void {
  const opened = new Set<number>();
  orders[o]!.order.lines.forEach(({ sku }, j) => {
    const units = fill[j]!;
    if (units === 0) return;
    const parts: string[] = [];
    network.locations.forEach(({ id }, l) => {
      const shelf = `${sku} ${id}`;
      const most = Math.min(units, have.get(shelf) ?? 0);
      if (most === 0) return;
      const x = `x_${o}_${j}_${l}`;
      parts.push(x);
      opened.add(l);
      if (units === 1) program.binaries.push(x);
      else {
        program.integers.push(x);
        program.bounds.push(`0 <= ${x} <= ${most}`);
      }
      program.objective.push(`${prices.unit[j]![l]!} ${x}`);
      program.rows.push(`${x} - ${most} y_${o}_${l} <= 0`);
      program.takers.set(shelf, [...(program.takers.get(shelf) ?? []), x]);
    });
    program.rows.push(`${parts.join(" + ")} = ${units}`);
  });
  for (const l of opened) {
    program.binaries.push(`y_${o}_${l}`);
    program.objective.push(`${prices.parcel[l]! + money(network.splitPenalty)} y_${o}_${l}`);
  }
  // Implied, and a great help to the bound.
  program.rows.push(`${[...opened].map((l) => `y_${o}_${l}`).join(" + ")} >= 1`);
}

function writeOut({ objective, rows, bounds, integers, binaries }: Program): string {
  return [
    "Minimize",
    ` cost: ${objective.join("\n + ")}`,
    "Subject To",
    ...rows,
    "Bounds",
    ...bounds,
    "General",
    ...integers,
    "Binary",
    ...binaries,
    "End",
  ].join("\n");
}
