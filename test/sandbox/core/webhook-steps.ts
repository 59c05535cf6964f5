import {
  fulfilAsStaff,
  holdAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { cancelFulfillmentOrder } from "#sandbox/fulfillment-orders/cancel.ts";
import { holdFulfillmentOrder } from "#sandbox/fulfillment-orders/hold.ts";
import { mergeFulfillmentOrders } from "#sandbox/fulfillment-orders/merge.ts";
import { prepareForLocalDelivery } from "#sandbox/fulfillment-orders/prepare-for-local-delivery.ts";
import { prepareForPickup } from "#sandbox/fulfillment-orders/prepare-for-pickup.ts";
import { openFulfillmentOrder, reportProgress } from "#sandbox/fulfillment-orders/progress.ts";
import { requestMove } from "#sandbox/fulfillment-orders/request-move.ts";
import {
  openDueFulfillmentOrders,
  rescheduleFulfillmentOrder,
} from "#sandbox/fulfillment-orders/schedule.ts";
import { splitFulfillmentOrders } from "#sandbox/fulfillment-orders/split.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { updateItem } from "#sandbox/inventory/update-item.ts";
import { activateLocation } from "#sandbox/locations/activate-location.ts";
import { createLocation } from "#sandbox/locations/create-location.ts";
import { deactivateLocation } from "#sandbox/locations/deactivate-location.ts";
import { deleteLocation } from "#sandbox/locations/delete-location.ts";
import { updateLocation } from "#sandbox/locations/update-location.ts";
import { assessRisk } from "#sandbox/orders/assess-risk.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { deleteOrder } from "#sandbox/orders/delete-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { createProduct } from "#sandbox/products/create-product.ts";
import { deleteProduct } from "#sandbox/products/delete-product.ts";
import { updateProduct } from "#sandbox/products/update-product.ts";
import { createRefund } from "#sandbox/refunds/create-refund.ts";
import { insist } from "#sandbox/shop/outcome.ts";
import { APP, locationNamed, only, testShop } from "./admin-client.ts";

/** A topic, and what people or apps do that makes it fire. */
interface Step {
  topic: string;
  act: (world: World) => void;
}

/** A shop with one order of three socks. */
export function world() {
  const { shop, events, clock } = testShop();
  const renoWarehouse = locationNamed(shop, "Reno Warehouse");
  setStock(shop, { sku: "SCK-M", locationId: renoWarehouse, available: 50 });
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

const NEW_PRODUCT = {
  ...{ title: "Wool Hat", type: "Hats", vendor: "Northbound", tags: ["winter"] },
  variants: [{ title: "M", sku: "HAT-M", price: 25, cost: 9, grams: 120 }],
};

export const STEPS: Step[] = [
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
  {
    topic: "fulfillment_orders/line_items_prepared_for_local_delivery",
    act: ({ shop }) => {
      const local = placeOrder(shop, {
        lines: [{ sku: "SCK-M", quantity: 1 }],
        deliveryMethod: "local",
      });
      prepareForLocalDelivery(shop, only(local.fulfillmentOrderIds));
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
    topic: "orders/delete",
    act: ({ shop, order }) => {
      insist(cancelOrder(shop, { orderId: order.id, reason: "customer", restock: true }));
      deleteOrder(shop, order.id);
    },
  },
  {
    topic: "orders/risk_assessment_changed",
    act: ({ shop, order }) => void assessRisk(shop, order.id, "high"),
  },
  {
    topic: "products/update",
    act: ({ shop }) => void updateProduct(shop, only(shop.products.keys()), { tags: ["fragile"] }),
  },
  ...["products/create", "inventory_items/create", "inventory_levels/connect"].map((topic) => ({
    topic,
    act: ({ shop }: World) => void createProduct(shop, NEW_PRODUCT),
  })),
  ...["products/delete", "inventory_items/delete"].map((topic) => ({
    topic,
    act: ({ shop }: World) => deleteProduct(shop, createProduct(shop, NEW_PRODUCT).id),
  })),
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
  {
    topic: "locations/delete",
    act: ({ shop }) => {
      const id = locationNamed(shop, "Seattle Store");
      deactivateLocation(shop, id);
      deleteLocation(shop, id);
    },
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
