import type { Decision } from "#app/routing/plan.ts";
import { type RouteOptions, routeOrder } from "#app/routing/route-order.ts";
import type { Item, Order, Snapshot, StockRow } from "#app/routing/snapshot.ts";
import type { Scenario } from "./parse-scenario.ts";

export interface RunOptions {
  /** Every order sees the full world, as if it came alone. */
  readonly independent?: boolean;
  /** The engine's options for each order. */
  readonly routing?: () => RouteOptions;
}

/** What is left of the scenario's world while its orders take from it. */
interface Leftovers {
  readonly rowsOf: Map<string, StockRow[]>;
  unitsLeftToday: Readonly<Record<string, number>>;
}

/**
 * Decides the orders in the file's order. Each decision takes its units from stock and capacity
 * before the next, unless the orders are independent.
 */
export function* runScenario(scenario: Scenario, options: RunOptions = {}): Generator<Decision> {
  const left = startWith(scenario);
  const items = new Map(scenario.items.map((item) => [item.sku, item]));
  for (const order of scenario.orders) {
    const decision = routeOrder(takeSnapshot(scenario, items, left, order), options.routing?.());
    yield decision;
    if (!options.independent) takeUnits(left, order, decision);
  }
}

function startWith({ stock, unitsLeftToday }: Scenario): Leftovers {
  const rowsOf = Map.groupBy(stock, ({ sku }) => sku);
  // Copied, so that the rows of a SKU, which are read together, lie together in memory.
  for (const [sku, rows] of rowsOf) {
    rowsOf.set(
      sku,
      rows.map((row) => ({ ...row })),
    );
  }
  return { rowsOf, unitsLeftToday };
}

function takeSnapshot(
  { now, network }: Scenario,
  items: ReadonlyMap<string, Item>,
  { rowsOf, unitsLeftToday }: Leftovers,
  order: Order,
): Snapshot {
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  return {
    now,
    network,
    items: skus.map((sku) => items.get(sku)!),
    stock: skus.flatMap((sku) => rowsOf.get(sku) ?? []),
    unitsLeftToday,
    order,
  };
}

function takeUnits(left: Leftovers, order: Order, { parcels }: Decision): void {
  const skuOf = new Map(order.lines.map(({ id, sku }) => [id, sku]));
  for (const { locationId, lines } of parcels) {
    let units = 0;
    for (const { lineId, quantity } of lines) {
      units += quantity;
      const rows = left.rowsOf.get(skuOf.get(lineId)!)!;
      const at = rows.findIndex((row) => row.locationId === locationId);
      rows[at] = { ...rows[at]!, available: rows[at]!.available - quantity };
    }
    if (!Object.hasOwn(left.unitsLeftToday, locationId)) continue;
    const free = left.unitsLeftToday[locationId]! - units;
    left.unitsLeftToday = { ...left.unitsLeftToday, [locationId]: free };
  }
}
