import type { Item, Order, Snapshot } from "../snapshot.ts";
import { compareText } from "./compare-text.ts";
import { compileNetwork, type CompiledNetwork } from "./compile-network.ts";
import type { CompiledZone } from "./compile-network.ts";
import { lendNumbers, lendZeros } from "./lend-numbers.ts";
import { measureMetres, preparePoint } from "./measure-distance.ts";
import { measureShelves, type Shelves } from "./measure-shelves.ts";
import { parseMoney, priceWeight } from "./money.ts";
import { priceBySteps } from "./price-by-steps.ts";
import type { SteppedZone } from "./weight-steps.ts";
import { timeOfService } from "./time-of-service.ts";

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
  readonly days: Float64Array;
  /** Zone price plus handling of a parcel from here, 1/10,000. */
  readonly parcelCost: Float64Array;
  /** By location, where rates go by weight steps: `parcelCost` and `unitCost` then only come close. */
  readonly steppedAt: readonly (SteppedZone | null)[] | null;
  /** What a unit of each SKU weighs. */
  readonly grams: readonly number[];
  /** Handling, weight and opportunity cost of one unit, 1/10,000. */
  readonly unitCost: Float64Array;
  readonly available: Float64Array;
  readonly safetyStock: Float64Array;
  /** Units still free today; Infinity without a limit. */
  readonly capacity: Float64Array;
  /** How old and how scarce stock is; null where no lane compares it. */
  readonly shelves: Shelves | null;
}

export interface WorldLine {
  readonly id: string;
  readonly sku: number;
  readonly quantity: number;
  /** Unit price in 1/10,000. */
  readonly price: number;
}

type Matrices = Pick<
  World,
  "metres" | "days" | "parcelCost" | "unitCost" | "available" | "safetyStock" | "capacity"
>;

/**
 * Reads a snapshot into a world. Its matrices are lent by the compiled network and good until the
 * next world of the same network is built. Throws when the snapshot names a service or item it does
 * not hold.
 */
export function buildWorld(snapshot: Snapshot): World {
  const { order } = snapshot;
  const net = compileNetwork(snapshot.network);
  const { lines, items } = readLines(snapshot);
  const demand = items.map(() => 0);
  for (const { sku, quantity } of lines) demand[sku]! += quantity;
  const zones = net.zonesOf.get(order.service);
  if (!zones) throw new Error(`No rates for service ${order.service}`);
  const matrices = lendMatrices(net, items.length);
  const grams = items.map(({ weightKg }) => Math.round(weightKg * 1000));
  const isPickup = order.deliveryMethod === "pickup";
  if (isPickup) pricePickup(net, matrices, items);
  else priceShipping(net, matrices, items, order, zones);
  readCapacity(snapshot, net, matrices);
  readStock(snapshot, net, items, matrices);
  const zoneOf = (at: number) => zones[findZone(zones, matrices.metres[at]!)]!;
  const hasSteps = !isPickup && zones.some(({ steps }) => steps !== null);
  const steppedAt = hasSteps ? priceBySteps({ ...matrices, demand, grams }, zoneOf) : null;
  const itemCosts = items.map((item) => parseMoney(item.unitCost));
  const shelves = net.comparesShelves ? measureShelves(snapshot, net, items) : null;
  return { net, order, lines, items, demand, itemCosts, shelves, steppedAt, grams, ...matrices };
}

/** Takes the network's memory back from the order before. */
function lendMatrices({ memory, locations }: CompiledNetwork, skuCount: number): Matrices {
  memory.used = 0;
  const count = locations.length;
  return {
    metres: lendNumbers(memory, count),
    days: lendNumbers(memory, count),
    parcelCost: lendNumbers(memory, count),
    capacity: lendNumbers(memory, count),
    unitCost: lendNumbers(memory, count * skuCount),
    available: lendZeros(memory, count * skuCount),
    safetyStock: lendZeros(memory, count * skuCount),
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
function pricePickup(net: CompiledNetwork, to: Matrices, items: readonly Item[]): void {
  const free = items.map(() => 0);
  to.metres.fill(0);
  for (let at = 0; at < net.locations.length; at++) {
    const { location, handlingPerParcel } = net.locations[at]!;
    to.days[at] = location.processingDays;
    to.parcelCost[at] = handlingPerParcel;
    priceUnits(net, to, at, free);
  }
}

function priceShipping(
  net: CompiledNetwork,
  to: Matrices,
  items: readonly Item[],
  order: Order,
  zones: readonly CompiledZone[],
): void {
  const destination = preparePoint(order.destination.latitude, order.destination.longitude);
  // Weight steps are added once stock is known.
  const byWeight = zones.map(({ steps, perKg }) =>
    items.map(({ weightKg }) => (steps ? 0 : priceWeight(weightKg, perKg))),
  );
  for (let at = 0; at < net.locations.length; at++) {
    const { location, point, handlingPerParcel } = net.locations[at]!;
    const isKnown = point.known && destination.known;
    const metres = isKnown ? measureMetres(point, destination) : NaN;
    const index = findZone(zones, metres);
    const zone = zones[index]!;
    to.metres[at] = metres;
    to.days[at] = zone.transitDays + timeOfService(location, order.service).processingDays;
    to.parcelCost[at] = (zone.steps ? 0 : zone.parcel) + handlingPerParcel;
    priceUnits(net, to, at, byWeight[index]!);
  }
}

function priceUnits(
  net: CompiledNetwork,
  { unitCost }: Matrices,
  at: number,
  shipping: readonly number[],
): void {
  const { handlingPerUnit } = net.locations[at]!;
  const from = at * shipping.length;
  for (let sku = 0; sku < shipping.length; sku++)
    unitCost[from + sku] = handlingPerUnit + shipping[sku]!;
}

/** Index of the first zone that reaches the distance; the last one when it is unknown. */
function findZone(zones: readonly CompiledZone[], metres: number): number {
  let zone = 0;
  while (zone < zones.length - 1 && !(metres <= zones[zone]!.upToMetres)) zone++;
  return zone;
}

function readCapacity(snapshot: Snapshot, net: CompiledNetwork, { capacity }: Matrices): void {
  capacity.fill(Infinity);
  for (const id of Object.keys(snapshot.unitsLeftToday)) {
    const at = net.indexOf.get(id);
    if (at !== undefined) capacity[at] = snapshot.unitsLeftToday[id]!;
  }
}

function readStock(
  snapshot: Snapshot,
  net: CompiledNetwork,
  items: readonly Item[],
  { unitCost, available, safetyStock }: Matrices,
): void {
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
}
