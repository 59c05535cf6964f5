import type { Item, Order, Snapshot } from "../snapshot.ts";
import { compareText } from "./compare-text.ts";
import { compileNetwork, type CompiledNetwork } from "./compile-network.ts";
import type { CompiledZone } from "./compile-network.ts";
import { measureMetres, preparePoint } from "./measure-distance.ts";
import { parseMoney, priceWeight } from "./money.ts";

/**
 * One order and the world it is decided in, as plain arrays. Locations are indexed in id order,
 * lines in line-id order, SKUs in the order their first line comes. A matrix over locations and
 * SKUs holds `[location * skuCount + sku]`.
 */
export interface World {
  readonly net: CompiledNetwork;
  readonly order: Order;
  readonly lines: readonly WorldLine[];
  readonly items: readonly Item[];
  readonly demand: readonly number[];
  /** What a unit of each SKU cost the merchant, 1/10,000. */
  readonly itemCosts: readonly number[];
  /** Distance in whole metres; NaN when unknown. */
  readonly metres: Float64Array;
  /** Delivery days of a parcel from here: transit plus processing. */
  readonly days: readonly number[];
  /** Zone price plus handling of a parcel from here, 1/10,000. */
  readonly parcelCost: readonly number[];
  /** Handling, weight and opportunity cost of one unit, 1/10,000. */
  readonly unitCost: Float64Array;
  readonly available: Float64Array;
  readonly safetyStock: Float64Array;
  /** Units still free today; Infinity without a limit. */
  readonly capacity: readonly number[];
}

export interface WorldLine {
  readonly id: string;
  readonly sku: number;
  readonly quantity: number;
  /** Unit price in 1/10,000. */
  readonly price: number;
}

/** Reads a snapshot into a world. Throws when the snapshot names a service or item it does not hold. */
export function buildWorld(snapshot: Snapshot): World {
  const { order } = snapshot;
  const net = compileNetwork(snapshot.network);
  const { lines, items } = readLines(snapshot);
  const demand = items.map((_, sku) =>
    lines.reduce((sum, line) => (line.sku === sku ? sum + line.quantity : sum), 0),
  );
  const metres = measureAll(net, order);
  const zones = net.zonesOf.get(order.service);
  if (!zones) throw new Error(`No rates for service ${order.service}`);
  const zoneOf = Array.from(metres, (distance) => findZone(zones, distance));
  const isPickup = order.deliveryMethod === "pickup";
  return {
    net,
    order,
    lines,
    items,
    demand,
    itemCosts: items.map((item) => parseMoney(item.unitCost)),
    metres,
    days: net.locations.map(({ location }, at) =>
      isPickup
        ? location.processingDays
        : zones[zoneOf[at]!]!.transitDays + location.processingDays,
    ),
    parcelCost: net.locations.map(({ handlingPerParcel }, at) =>
      isPickup ? handlingPerParcel : zones[zoneOf[at]!]!.parcel + handlingPerParcel,
    ),
    capacity: net.locations.map(({ location }) =>
      Object.hasOwn(snapshot.unitsLeftToday, location.id)
        ? snapshot.unitsLeftToday[location.id]!
        : Infinity,
    ),
    ...readStock(snapshot, net, items, priceUnits(net, items, zones, zoneOf, isPickup)),
  };
}

function readLines({ order, items }: Snapshot): { lines: WorldLine[]; items: Item[] } {
  const known: Item[] = [];
  const lines = [...order.lines]
    .sort((a, b) => compareText(a.id, b.id))
    .map((line) => {
      let sku = known.findIndex((item) => item.sku === line.sku);
      if (sku < 0) {
        const item = items.find((candidate) => candidate.sku === line.sku);
        if (!item) throw new Error(`No item for SKU ${line.sku}`);
        sku = known.push(item) - 1;
      }
      return { id: line.id, sku, quantity: line.quantity, price: parseMoney(line.unitPrice) };
    });
  return { lines, items: known };
}

/** A pickup is at distance 0 of its customer, who comes to it. */
function measureAll(net: CompiledNetwork, order: Order): Float64Array {
  const metres = new Float64Array(net.locations.length);
  if (order.deliveryMethod === "pickup") return metres;
  const { latitude, longitude } = order.destination;
  const to = preparePoint(latitude, longitude);
  for (let at = 0; at < metres.length; at++) {
    const from = net.locations[at]!.point;
    metres[at] = from.known && to.known ? measureMetres(from, to) : NaN;
  }
  return metres;
}

/** Index of the first zone that reaches the distance; the last one when it is unknown. */
function findZone(zones: readonly CompiledZone[], metres: number): number {
  let zone = 0;
  while (zone < zones.length - 1 && !(metres <= zones[zone]!.upToMetres)) zone++;
  return zone;
}

function priceUnits(
  net: CompiledNetwork,
  items: readonly Item[],
  zones: readonly CompiledZone[],
  zoneOf: readonly number[],
  isPickup: boolean,
): Float64Array {
  const shipping = zones.map((zone) =>
    items.map((item) => (isPickup ? 0 : priceWeight(item.weightKg, zone.perKg))),
  );
  const unitCost = new Float64Array(zoneOf.length * items.length);
  for (let at = 0; at < zoneOf.length; at++) {
    const perSku = shipping[zoneOf[at]!]!;
    const handling = net.locations[at]!.handlingPerUnit;
    for (let sku = 0; sku < items.length; sku++) {
      unitCost[at * items.length + sku] = handling + perSku[sku]!;
    }
  }
  return unitCost;
}

function readStock(
  snapshot: Snapshot,
  net: CompiledNetwork,
  items: readonly Item[],
  unitCost: Float64Array,
): Pick<World, "unitCost" | "available" | "safetyStock"> {
  const available = new Float64Array(unitCost.length);
  const safetyStock = new Float64Array(unitCost.length);
  const skuOf = new Map(items.map((item, sku) => [item.sku, sku]));
  let text = "";
  let sku: number | undefined;
  for (const row of snapshot.stock) {
    // Rows mostly come SKU by SKU.
    if (row.sku !== text) {
      text = row.sku;
      sku = skuOf.get(text);
    }
    const location = net.indexOf.get(row.locationId);
    if (sku === undefined || location === undefined) continue;
    const cell = location * items.length + sku;
    available[cell] = row.available;
    safetyStock[cell] = row.safetyStock;
    unitCost[cell]! += parseMoney(row.opportunityCost);
  }
  return { unitCost, available, safetyStock };
}
