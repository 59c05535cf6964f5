import { createFulfillment } from "../fulfillments/create-fulfillment.ts";
import { addEvent } from "../fulfillments/update-fulfillment.ts";
import { insist } from "../shop/outcome.ts";
import { seededRandom } from "../shop/random.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { cancelOrder } from "./cancel-order.ts";
import type { Order } from "./order.ts";
import { placeOrder } from "./place-order.ts";
import { nextSampleOrder } from "./sample-orders.ts";

const DAYS = 60;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CANCELLED_SHARE = 0.02;
const DAYS_BETWEEN_DELIVERIES = 7;
/** The last customers' parcels are on their way before anyone looks. */
const QUIET_DAYS = 1;

/** Where customers buy, most of them in the shop's own web store. */
const CHANNELS = ["web", "web", "web", "web", "web", "instagram", "amazon", "amazon", "ebay"];

/**
 * Gives a shop the orders of its last 60 days: routed by Shopify, shipped from where it placed them,
 * mostly delivered, a few cancelled, with deliveries to the shelves every week. Afterwards the stock
 * is what it was before, and nothing of it is told to listeners. The same seed gives the same past.
 */
export function addPastOrders(shop: ShopState, count: number): void {
  const random = seededRandom(shop.seed + DAYS);
  const now = shop.clock().getTime();
  const shelves = copyShelves(shop);
  const times = Array.from({ length: count }, () => drawTime(now, random)).sort((a, b) => a - b);
  let delivered = now - DAYS * DAY_MS;
  for (const time of times) {
    if (time - delivered >= DAYS_BETWEEN_DELIVERIES * DAY_MS) {
      fillShelves(shop, shelves);
      delivered = time;
    }
    liveThrough(shop, time, now, random);
  }
  fillShelves(shop, shelves);
}

/** Evenings are busier than nights: the mean of two draws over the hours from 8 to 24. */
function drawTime(now: number, random: () => number): number {
  const day = QUIET_DAYS + 1 + Math.floor(random() * (DAYS - QUIET_DAYS - 1));
  const hour = 8 + ((random() + random()) / 2) * 16;
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  return Math.floor((midnight - day * DAY_MS + hour * HOUR_MS) / 1000) * 1000;
}

function liveThrough(shop: ShopState, placedAt: number, now: number, random: () => number): void {
  const sample = nextSampleOrder(shop, random);
  const sourceName = CHANNELS[Math.floor(random() * CHANNELS.length)] ?? "web";
  const orderId = actAt(shop, placedAt, (then) => placeOrder(then, { ...sample, sourceName }).id);
  const order = shop.orders.get(orderId)!;
  if (random() < CANCELLED_SHARE) {
    const request = { orderId, reason: "customer", restock: true } as const;
    actAt(shop, placedAt + HOUR_MS, (then) => insist(cancelOrder(then, request)));
    return;
  }
  for (const id of order.fulfillmentOrderIds) shipPart(shop, order, id, { placedAt, now, random });
}

interface Times {
  readonly placedAt: number;
  readonly now: number;
  readonly random: () => number;
}

function shipPart(shop: ShopState, order: Order, id: Id, { placedAt, now, random }: Times): void {
  const shippedAt = Math.floor(placedAt + (3 + random() * 20) * HOUR_MS);
  const fulfillment = actAt(shop, shippedAt, (then) =>
    insist(createFulfillment(then, { parts: [{ id }], tracking: [] })),
  );
  const deliveredAt = Math.floor(shippedAt + (1 + random() * 4) * DAY_MS);
  if (order.deliveryMethod === "pick_up" || deliveredAt > now) return;
  const happenedAt = new Date(deliveredAt).toISOString();
  const event = { status: "DELIVERED", message: null, happenedAt };
  actAt(shop, deliveredAt, (then) => insist(addEvent(then, fulfillment.id, event)));
}

/** Acts in the shop as it was: its clock stands at `time` and nobody listens. */
function actAt<Result>(shop: ShopState, time: number, act: (then: ShopState) => Result): Result {
  const then: ShopState = { ...shop, clock: () => new Date(time), listeners: new Set() };
  const result = act(then);
  shop.nextOrderNumber = then.nextOrderNumber;
  return result;
}

function copyShelves(shop: ShopState): Map<Id, number> {
  return new Map(listLevels(shop).map((level) => [level.id, level.units.available] as const));
}

function fillShelves(shop: ShopState, shelves: ReadonlyMap<Id, number>): void {
  for (const level of listLevels(shop)) {
    const units = shelves.get(level.id);
    if (units !== undefined) level.units.available = units;
    // An oversold item was promised where it had never lain.
    else shop.levels.get(level.inventoryItemId)?.delete(level.locationId);
  }
}

function listLevels(shop: ShopState) {
  return [...shop.levels.values()].flatMap((byLocation) => [...byLocation.values()]);
}
