import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  fulfilAsStaff,
  holdAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { cancelFulfillmentOrder } from "#sandbox/fulfillment-orders/cancel.ts";
import { holdFulfillmentOrder } from "#sandbox/fulfillment-orders/hold.ts";
import { mergeFulfillmentOrders } from "#sandbox/fulfillment-orders/merge.ts";
import { prepareForPickup } from "#sandbox/fulfillment-orders/prepare-for-pickup.ts";
import { openFulfillmentOrder, reportProgress } from "#sandbox/fulfillment-orders/progress.ts";
import { requestMove } from "#sandbox/fulfillment-orders/request-move.ts";
import {
  openDueFulfillmentOrders,
  rescheduleFulfillmentOrder,
} from "#sandbox/fulfillment-orders/schedule.ts";
import { splitFulfillmentOrders } from "#sandbox/fulfillment-orders/split.ts";
import { updateItem } from "#sandbox/inventory/update-item.ts";
import { activateLocation } from "#sandbox/locations/activate-location.ts";
import { createLocation } from "#sandbox/locations/create-location.ts";
import { deactivateLocation } from "#sandbox/locations/deactivate-location.ts";
import { updateLocation } from "#sandbox/locations/update-location.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { createRefund } from "#sandbox/refunds/create-refund.ts";
import type { ShopEvent } from "#sandbox/shop/events.ts";
import { insist } from "#sandbox/shop/outcome.ts";
import { APP, locationNamed, only, testShop } from "./admin-client.ts";
import { breaches, type JsonSchema } from "./json-schema.ts";

/**
 * Where our payloads say more or less than one published sample did: the schemas were derived from
 * single samples, so what a sample left null or empty is fixed as such in them.
 */
const SAMPLE_ONLY: RegExp[] = [
  // Shopify's contract: null for whole holds and ordinary splits; the sample shows an object.
  /^\$\.(remaining|replacement)_fulfillment_order: null/,
  // Held or reported by a person, or an app: the sample shows both at once.
  /(held_by_app|by_app|by_user): null/,
  // A sample that left these null; ours name real things.
  /: (string|integer|number|boolean|array|object) instead of null$/,
  // A weight in pounds; the sample weighs nothing, a whole number.
  /^\$\.weight_value: number instead of integer/,
  // The sample left these out, or had another delivery of the same object.
  /: null instead of (string|object|number|integer|boolean)/,
];

interface Step {
  topic: string;
  act: (world: World) => void;
}

function world() {
  const { shop, events, clock } = testShop();
  const order = placeOrder(shop, {
    lines: [{ sku: "SCK-M", quantity: 3 }],
    email: "robin@example.com",
    tags: ["gift"],
  });
  const id = only(order.fulfillmentOrderIds);
  const lineId = only(shop.fulfillmentOrders.get(id)?.lines ?? []).id;
  return { shop, events, clock, order, id, lineId, actor: APP };
}

type World = ReturnType<typeof world>;

const splitOne = ({ shop, id, lineId }: World) =>
  only(insist(splitFulfillmentOrders(shop, [{ id, lines: [{ id: lineId, quantity: 1 }] }])));
const schedule = ({ shop }: World) =>
  placeOrder(shop, {
    lines: [{ sku: "SCK-M", quantity: 1 }],
    fulfillAt: "2026-11-22T00:00:00Z",
  });

const STEPS: Step[] = [
  { topic: "orders/create", act: () => undefined },
  { topic: "orders/paid", act: () => undefined },
  { topic: "fulfillment_orders/order_routing_complete", act: () => undefined },
  { topic: "inventory_levels/update", act: () => undefined },
  {
    topic: "fulfillment_orders/moved",
    act: ({ shop, id }) =>
      void insist(requestMove(shop, { id, newLocationId: locationNamed(shop, "Reno Warehouse") })),
  },
  { topic: "fulfillment_orders/split", act: splitOne },
  {
    topic: "fulfillment_orders/merged",
    act: (here) => {
      const { remaining, original } = splitOne(here);
      insist(mergeFulfillmentOrders(here.shop, [[{ id: original.id }, { id: remaining.id }]]));
    },
  },
  ...["fulfillment_orders/placed_on_hold", "fulfillment_holds/added"].map((topic) => ({
    topic,
    act: ({ shop, id, lineId, actor }: World) =>
      void insist(
        holdFulfillmentOrder(shop, {
          ...{ id, reason: "other", reasonNotes: "wait", handle: "h", heldBy: actor },
          lines: [{ id: lineId, quantity: 1 }],
        }),
      ),
  })),
  ...["fulfillment_orders/hold_released", "fulfillment_holds/released"].map((topic) => ({
    topic,
    act: ({ shop, id }: World) => {
      holdAsStaff(shop, { id, reasonNotes: "wait" });
      releaseAsStaff(shop, id);
    },
  })),
  {
    topic: "fulfillment_orders/progress_reported",
    act: ({ shop, id, actor }) => void insist(reportProgress(shop, { id, actor })),
  },
  {
    topic: "fulfillment_orders/manually_reported_progress_stopped",
    act: ({ shop, id, actor }) => {
      insist(reportProgress(shop, { id, actor }));
      insist(openFulfillmentOrder(shop, { id, actor }));
    },
  },
  {
    topic: "fulfillment_orders/cancelled",
    act: ({ shop, id }) => void insist(cancelFulfillmentOrder(shop, id)),
  },
  {
    topic: "fulfillment_orders/rescheduled",
    act: (here) => {
      const id = only(schedule(here).fulfillmentOrderIds);
      insist(rescheduleFulfillmentOrder(here.shop, { id, fulfillAt: "2026-11-23T00:00:00Z" }));
    },
  },
  {
    topic: "fulfillment_orders/scheduled_fulfillment_order_ready",
    act: (here) => {
      schedule(here);
      here.clock.advance(86_400);
      openDueFulfillmentOrders(here.shop);
    },
  },
  {
    topic: "fulfillment_orders/line_items_prepared_for_pickup",
    act: ({ shop }) => {
      const pickup = placeOrder(shop, {
        lines: [{ sku: "SCK-M", quantity: 1 }],
        deliveryMethod: "pickup",
        pickupLocationId: locationNamed(shop, "Denver Store"),
      });
      insist(prepareForPickup(shop, pickup.fulfillmentOrderIds));
    },
  },
  ...["fulfillments/create", "orders/fulfilled", "orders/updated"].map((topic) => ({
    topic,
    act: ({ shop, id }: World) => void fulfilAsStaff(shop, { id, trackingNumber: "1Z" }),
  })),
  {
    topic: "orders/partially_fulfilled",
    act: ({ shop, id, lineId }) =>
      void fulfilAsStaff(shop, { id, lines: [{ id: lineId, quantity: 1 }] }),
  },
  {
    topic: "orders/cancelled",
    act: ({ shop, order }) =>
      void insist(cancelOrder(shop, { orderId: order.id, reason: "customer", restock: true })),
  },
  {
    topic: "orders/edited",
    act: ({ shop, order }) =>
      void editOrder(shop, order.id, { quantities: [{ sku: "SCK-M", quantity: 1 }] }),
  },
  {
    topic: "refunds/create",
    act: ({ shop, order }) => {
      const lineItemId = only(order.lineItemIds);
      const line = { lineItemId, quantity: 1, restockType: "cancel", locationId: null } as const;
      insist(createRefund(shop, { orderId: order.id, note: null, lines: [line] }));
    },
  },
  {
    topic: "inventory_items/update",
    act: ({ shop }) =>
      void insist(updateItem(shop, only(shop.inventoryItems.keys()), { cost: "4.50" })),
  },
  {
    topic: "locations/create",
    act: ({ shop }) =>
      void createLocation(shop, {
        name: "New",
        address: { address1: "1 Way", city: "Tulsa", zip: "74103" },
      }),
  },
  {
    topic: "locations/update",
    act: ({ shop }) => void updateLocation(shop, only(shop.locations.keys()), { name: "Other" }),
  },
  ...["locations/deactivate", "locations/activate"].map((topic) => ({
    topic,
    act: ({ shop }: World) => {
      const id = locationNamed(shop, "Seattle Store");
      deactivateLocation(shop, id);
      activateLocation(shop, id);
    },
  })),
];

function schemaOf(topic: string): JsonSchema {
  const file = new URL(
    `../../../sandbox/schema/webhooks/schemas/${topic.replace("/", "_")}.json`,
    import.meta.url,
  );
  if (!existsSync(file)) throw new Error(`No published schema for ${topic}`);
  return JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
}

test.each(STEPS)("$topic fires and fits Shopify's published schema", ({ topic, act }) => {
  const here = world();
  act(here);
  const found = here.events.filter((event: ShopEvent) => event.topic === topic);
  expect(found.length).toBeGreaterThan(0);
  const schema = schemaOf(topic);
  for (const { body } of found) {
    const faults = breaches(schema, JSON.parse(body)).filter(
      (fault) => !SAMPLE_ONLY.some((pattern) => pattern.test(fault)),
    );
    expect(faults).toEqual([]);
  }
});

test("integers beyond 2^53 stand exactly in the payload's text", () => {
  const { events, order, shop } = world();
  const created = only(events.filter(({ topic }) => topic === "orders/create"));
  expect(Number.isSafeInteger(Number(order.id))).toBe(false);
  expect(created.body).toContain(`"id":${order.id},`);
  expect(created.body).toContain(`"id":${only(order.lineItemIds)},`);
  const level = only(events.filter(({ topic }) => topic === "inventory_levels/update"));
  const itemId = shop.variantsBySku.get("SCK-M")?.inventoryItemId ?? "";
  expect(level.body).toContain(`"inventory_item_id":${itemId},`);
});

test("ids of different shops never meet", () => {
  const [one, other] = ["one", "two"].map(
    (name) => testShop({ domain: `${name}.myshopify.com` }).shop,
  );
  const ids = new Set(one?.variants.keys());
  expect([...(other?.variants.keys() ?? [])].some((id) => ids.has(id))).toBe(false);
});
