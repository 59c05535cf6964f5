import fc from "fast-check";
import { expect, test } from "vitest";
import { cancelFulfillmentOrder } from "#sandbox/fulfillment-orders/cancel.ts";
import type { LineRequest } from "#sandbox/fulfillment-orders/choose-lines.ts";
import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import { holdFulfillmentOrder } from "#sandbox/fulfillment-orders/hold.ts";
import { mergeFulfillmentOrders } from "#sandbox/fulfillment-orders/merge.ts";
import { openFulfillmentOrder, reportProgress } from "#sandbox/fulfillment-orders/progress.ts";
import { releaseHolds } from "#sandbox/fulfillment-orders/release-hold.ts";
import { requestMove } from "#sandbox/fulfillment-orders/request-move.ts";
import { rerouteFulfillmentOrders } from "#sandbox/fulfillment-orders/reroute.ts";
import { splitFulfillmentOrders } from "#sandbox/fulfillment-orders/split.ts";
import { cancelFulfillment } from "#sandbox/fulfillments/cancel-fulfillment.ts";
import { createFulfillment } from "#sandbox/fulfillments/create-fulfillment.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { createRefund } from "#sandbox/refunds/create-refund.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { testShop } from "./admin-client.ts";

const SEED = 20_261_121;
const SKUS = ["SCK-M", "MUG-WHITE", "LMP-RED"];

/** What a step may point at: numbers that are taken modulo what there is. */
interface Step {
  verb: keyof typeof VERBS;
  which: number;
  where: number;
  units: number;
}

interface Target {
  shop: ShopState;
  order: Order;
  fulfillmentOrder: FulfillmentOrder;
  locationId: string;
  part: LineRequest[];
  units: number;
  which: number;
}

/** Every change of an order. Refusals are fine: they must change nothing either. */
const VERBS = {
  place: ({ shop, units, which }: Target) =>
    void placeOrder(shop, {
      lines: SKUS.slice(0, 1 + (which % 3)).map((sku) => ({ sku, quantity: units })),
    }),
  move: ({ shop, fulfillmentOrder: { id }, locationId }: Target) =>
    void requestMove(shop, { id, newLocationId: locationId }),
  movePart: ({ shop, fulfillmentOrder: { id }, locationId, part }: Target) =>
    void requestMove(shop, { id, newLocationId: locationId, lines: part }),
  split: ({ shop, fulfillmentOrder: { id }, part }: Target) =>
    void splitFulfillmentOrders(shop, [{ id, lines: part }]),
  merge: ({ shop, order }: Target) =>
    void mergeFulfillmentOrders(shop, [order.fulfillmentOrderIds.slice(-2).map((id) => ({ id }))]),
  hold: ({ shop, fulfillmentOrder: { id } }: Target) =>
    void holdFulfillmentOrder(shop, { id, reason: "other", heldBy: null }),
  holdPart: ({ shop, fulfillmentOrder: { id }, part }: Target) =>
    void holdFulfillmentOrder(shop, { id, reason: "other", heldBy: null, lines: part }),
  release: ({ shop, fulfillmentOrder: { id } }: Target) => void releaseHolds(shop, { id }),
  report: ({ shop, fulfillmentOrder: { id } }: Target) =>
    void reportProgress(shop, { id, actor: null }),
  open: ({ shop, fulfillmentOrder: { id } }: Target) =>
    void openFulfillmentOrder(shop, { id, actor: null }),
  cancelPart: ({ shop, fulfillmentOrder: { id } }: Target) => void cancelFulfillmentOrder(shop, id),
  reroute: ({ shop, fulfillmentOrder: { id, locationId } }: Target) =>
    void rerouteFulfillmentOrders(shop, {
      ids: [id],
      includedLocationIds: null,
      excludedLocationIds: [locationId],
    }),
  fulfil: ({ shop, fulfillmentOrder: { id } }: Target) =>
    void createFulfillment(shop, { parts: [{ id }], tracking: [] }),
  fulfilPart: ({ shop, fulfillmentOrder: { id }, part }: Target) =>
    void createFulfillment(shop, { parts: [{ id, lines: part }], tracking: [] }),
  unship: ({ shop, order }: Target) =>
    void cancelFulfillment(shop, order.fulfillmentIds.at(-1) ?? ""),
  refund: ({ shop, order, units }: Target) =>
    void createRefund(shop, {
      orderId: order.id,
      note: null,
      lines: order.lineItemIds.slice(0, 1).map((lineItemId) => ({
        ...{ lineItemId, quantity: units, restockType: "cancel" as const, locationId: null },
      })),
    }),
  edit: ({ shop, order, units }: Target) => {
    if (order.cancelledAt !== null) return;
    const wanted = Math.max(units, shippedOf(shop, order, SKUS[0] ?? ""));
    editOrder(shop, order.id, { quantities: [{ sku: SKUS[0] ?? "", quantity: wanted }] });
  },
  cancel: ({ shop, order, units }: Target) =>
    void cancelOrder(shop, { orderId: order.id, reason: "other", restock: units % 2 === 0 }),
};

function shippedOf(shop: ShopState, order: Order, sku: string): number {
  const variantId = shop.variantsBySku.get(sku)?.id;
  const line = order.lineItemIds
    .map((id) => shop.lineItems.get(id))
    .find((candidate) => candidate?.variantId === variantId);
  return line?.fulfilledQuantity ?? 0;
}

function nth<Item>(items: Iterable<Item>, index: number): Item {
  const all = [...items];
  const item = all[index % all.length];
  if (item === undefined) throw new Error("Nothing to pick");
  return item;
}

function take(shop: ShopState, { verb, which, where, units }: Step): void {
  const fulfillmentOrder = nth(shop.fulfillmentOrders.values(), which);
  const order = shop.orders.get(fulfillmentOrder.orderId);
  if (order === undefined) throw new Error("A fulfillment order without an order");
  VERBS[verb]({
    ...{ shop, order, fulfillmentOrder, units, which },
    locationId: nth(shop.locations.keys(), where),
    part: fulfillmentOrder.lines.slice(0, 2).map(({ id }) => ({ id, quantity: units })),
  });
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
  which: fc.nat(30),
  where: fc.nat(30),
  units: fc.integer({ min: 1, max: 3 }),
});

/** on_hand less what shipped, and less what left for good, must stay what it was at first. */
function unitsIn(shop: ShopState): number {
  return ledgerOf(shop).stock.reduce((sum, { onHand }) => sum + onHand, 0);
}

test("whatever happens, committed units are those of active fulfillment orders (seed 20261121)", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const { shop } = testShop();
      placeOrder(shop, { lines: SKUS.map((sku) => ({ sku, quantity: 3 })) });
      for (const one of steps) {
        take(shop, one);
        const { imbalances } = ledgerOf(shop);
        expect(imbalances, one.verb).toEqual([]);
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
});

const KEEPS_ON_HAND = new Set<string>([
  ...["place", "move", "movePart", "split", "merge", "hold", "holdPart", "release"],
  ...["report", "open", "cancelPart", "reroute", "refund"],
]);

test("only shipping and removal without restock change on_hand (seed 20261121)", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const { shop } = testShop();
      placeOrder(shop, { lines: SKUS.map((sku) => ({ sku, quantity: 3 })) });
      const before = unitsIn(shop);
      for (const one of steps) if (KEEPS_ON_HAND.has(one.verb)) take(shop, one);
      expect(unitsIn(shop)).toBe(before);
    }),
    { seed: SEED, numRuns: 30 },
  );
});

test("units an order wants are, unless shipped, on its active fulfillment orders (seed 20261121)", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const { shop } = testShop();
      placeOrder(shop, { lines: SKUS.map((sku) => ({ sku, quantity: 3 })) });
      const moves = steps.filter(({ verb }) => verb !== "refund");
      for (const one of moves) take(shop, one);
      for (const line of shop.lineItems.values()) {
        const remaining = [...shop.fulfillmentOrders.values()]
          .filter(({ status }) => status !== "closed")
          .flatMap(({ lines }) => lines)
          .filter(({ lineItemId }) => lineItemId === line.id)
          .reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0);
        expect(remaining + line.fulfilledQuantity).toBe(line.currentQuantity);
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
});
