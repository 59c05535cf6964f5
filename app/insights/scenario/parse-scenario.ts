import type { Item, Network, Order, StockRow } from "#app/routing/snapshot.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import {
  ContractBreach,
  readList,
  readMoney,
  readObject,
  readText,
  refuseDuplicates,
} from "#app/rules/parse-ruleset-fields.ts";
import { readInstant } from "./read-instant.ts";
import { parseLocation, type ScenarioLocation } from "./parse-location.ts";
import { parseItem, parseRates, parseStockRow } from "./parse-catalog.ts";
import { parseOrder } from "./parse-order.ts";

/** A small world and the orders placed in it, checked. */
export interface Scenario {
  readonly now: string;
  readonly network: Network;
  readonly items: readonly Item[];
  readonly stock: readonly StockRow[];
  /** By location id; absent without a limit. */
  readonly unitsLeftToday: Readonly<Record<string, number>>;
  readonly orders: readonly Order[];
}

const KEYS = [
  "scenario",
  "now",
  "currency",
  "rates",
  "splitPenalty",
  "locations",
  "items",
  "stock",
  "ruleset",
  "orders",
];

/** Reads a scenario (docs/scenario.md). Throws a `ContractBreach` with the JSON path of the breach. */
export function parseScenario(value: unknown): Scenario {
  const fields = readObject(value, "$", KEYS);
  if (fields.scenario !== 1) throw new ContractBreach("$.scenario", "must be 1");
  const now = readInstant(fields.now, "$.now");
  const currency = readText(fields.currency, "$.currency");
  const rates = parseRates(fields.rates, "$.rates");
  const splitPenalty = readMoney(fields.splitPenalty, "$.splitPenalty");
  const places = readList(fields.locations, "$.locations", parseLocation);
  const items = readList(fields.items, "$.items", parseItem);
  const stock = readList(fields.stock, "$.stock", parseStockRow);
  const ruleset = parseRuleset(fields.ruleset, "$.ruleset", "scenario");
  const orders = readList(fields.orders, "$.orders", parseOrder);
  const locations = places.map(({ location }) => location);
  refuseRepeats({ locations, items, stock, orders });
  checkReferences({
    locationIds: new Set(locations.map(({ id }) => id)),
    skus: new Set(items.map(({ sku }) => sku)),
    services: new Set(rates.map(({ service }) => service)),
    stock,
    orders,
  });
  const network = { currency, rates, splitPenalty, locations, ruleset };
  return { now, network, items, stock, unitsLeftToday: readCapacities(places), orders };
}

function readCapacities(places: readonly ScenarioLocation[]): Record<string, number> {
  return Object.fromEntries(
    places.flatMap(({ location, unitsLeftToday }) =>
      unitsLeftToday === null ? [] : [[location.id, unitsLeftToday]],
    ),
  );
}

function refuseRepeats({
  locations,
  items,
  stock,
  orders,
}: Pick<Scenario, "items" | "stock" | "orders"> & Pick<Network, "locations">): void {
  refuseDuplicates(
    locations.map(({ id }) => id),
    (at) => `$.locations[${at}].id`,
  );
  refuseDuplicates(
    items.map(({ sku }) => sku),
    (at) => `$.items[${at}].sku`,
  );
  refuseDuplicates(
    stock.map(({ locationId, sku }) => JSON.stringify([locationId, sku])),
    (at) => `$.stock[${at}]`,
  );
  refuseDuplicates(
    orders.map(({ id }) => id),
    (at) => `$.orders[${at}].id`,
  );
}

interface References extends Pick<Scenario, "stock" | "orders"> {
  readonly locationIds: ReadonlySet<string>;
  readonly skus: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

function checkReferences(known: References): void {
  known.stock.forEach((row, at) => {
    mustExist(known.locationIds, row.locationId, `$.stock[${at}].locationId`, "location");
    mustExist(known.skus, row.sku, `$.stock[${at}].sku`, "SKU");
  });
  known.orders.forEach((order, at) => {
    const path = `$.orders[${at}]`;
    mustExist(known.services, order.service, `${path}.service`, "service");
    if (order.pickupLocationId !== null) {
      const pickup = `${path}.pickupLocationId`;
      mustExist(known.locationIds, order.pickupLocationId, pickup, "location");
    }
    order.lines.forEach((line, index) => {
      mustExist(known.skus, line.sku, `${path}.lines[${index}].sku`, "SKU");
    });
  });
}

function mustExist(known: ReadonlySet<string>, id: string, path: string, what: string): void {
  if (!known.has(id)) throw new ContractBreach(path, `names no ${what} of this scenario`);
}
