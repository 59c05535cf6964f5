import { z } from "zod";
import type { Hint } from "./hint.ts";

/** An id as payloads write it: a number, a string of digits, or a gid whose tail is digits. */
const id = z
  .union([z.string(), z.number().int()])
  .transform((value) => /(\d+)(?:\?.*)?$/.exec(String(value))?.[1] ?? "")
  .refine((digits) => digits !== "", "names no id");

const fulfillmentOrder = z.object({ id });
type Reader = (body: unknown) => Hint[];

function reader<T>(schema: z.ZodType<T>, toHints: (body: T) => Hint[]): Reader {
  return (body) => toHints(schema.parse(body));
}

const order = (reason: string) =>
  reader(z.object({ id }), (body) => [{ kind: "order", orderId: body.id, reason }]);

const orderOf = (reason: string) =>
  reader(z.object({ order_id: id }), (body) => [{ kind: "order", orderId: body.order_id, reason }]);

/** Names every fulfillment order found under the given keys. */
const fulfillmentOrders = (reason: string, ...keys: string[]): Reader =>
  reader(z.record(z.string(), z.unknown()), (body) => {
    const found = keys.flatMap((key) => fulfillmentOrder.safeParse(body[key]).data ?? []);
    if (found.length === 0) throw new Error(`names no fulfillment order under ${keys.join(", ")}`);
    return found.map(({ id }) => ({ kind: "fulfillment_order", fulfillmentOrderId: id, reason }));
  });

const one = "fulfillment_order";
const locations: Reader = () => [{ kind: "locations" }];
const level = z.object({
  inventory_item_id: id,
  location_id: id,
  available: z.number().int().nullable(),
  updated_at: z.string(),
});

const levelChanged = reader(level, (body) => [
  {
    kind: "level",
    inventoryItemId: body.inventory_item_id,
    locationId: body.location_id,
    available: body.available ?? 0,
    updatedAt: body.updated_at,
  },
]);

const item = reader(
  z.object({
    id,
    sku: z.string().nullish(),
    tracked: z.boolean(),
    requires_shipping: z.boolean(),
    cost: z.string().nullish(),
  }),
  (body) => [
    {
      kind: "item",
      inventoryItemId: body.id,
      sku: body.sku ?? "",
      tracked: body.tracked,
      requiresShipping: body.requires_shipping,
      unitCost: body.cost ?? null,
    },
  ],
);

const product = reader(z.object({ id }), (body) => [{ kind: "product", productId: body.id }]);

/** Topic -> what to look at. Topics Shopify may send but nobody here needs are absent. */
const readers: Readonly<Record<string, Reader>> = {
  "orders/create": order("order placed"),
  "orders/updated": order("order changed"),
  "orders/cancelled": order("order cancelled"),
  "orders/delete": order("order deleted"),
  "orders/edited": reader(z.object({ order_edit: z.object({ order_id: id }) }), (body) => [
    { kind: "order", orderId: body.order_edit.order_id, reason: "order edited" },
  ]),
  "orders/risk_assessment_changed": reader(z.object({ admin_graphql_api_order_id: id }), (body) => [
    { kind: "order", orderId: body.admin_graphql_api_order_id, reason: "risk assessed" },
  ]),
  "refunds/create": orderOf("refunded"),
  "fulfillments/create": orderOf("fulfilled in Shopify"),
  "fulfillments/update": orderOf("fulfilment changed"),
  "fulfillment_orders/order_routing_complete": fulfillmentOrders("order placed", one),
  "fulfillment_orders/moved": fulfillmentOrders(
    "moved in Shopify",
    "original_fulfillment_order",
    "moved_fulfillment_order",
  ),
  "fulfillment_orders/split": fulfillmentOrders(
    "split in Shopify",
    one,
    "remaining_fulfillment_order",
  ),
  "fulfillment_orders/merged": reader(
    z.object({ fulfillment_order_merges: z.object({ fulfillment_order: fulfillmentOrder }) }),
    (body) => [
      {
        kind: "fulfillment_order",
        fulfillmentOrderId: body.fulfillment_order_merges.fulfillment_order.id,
        reason: "merged in Shopify",
      },
    ],
  ),
  "fulfillment_orders/placed_on_hold": fulfillmentOrders("put on hold", one),
  "fulfillment_orders/hold_released": fulfillmentOrders("hold released", one),
  "fulfillment_holds/added": fulfillmentOrders("put on hold", one),
  "fulfillment_holds/released": fulfillmentOrders("hold released", one),
  "fulfillment_orders/cancelled": fulfillmentOrders("cancelled in Shopify", one),
  "fulfillment_orders/rescheduled": fulfillmentOrders("rescheduled", one),
  "fulfillment_orders/scheduled_fulfillment_order_ready": fulfillmentOrders(
    "scheduled date came",
    one,
  ),
  "fulfillment_orders/progress_reported": fulfillmentOrders("progress reported", one),
  "fulfillment_orders/manually_reported_progress_stopped": fulfillmentOrders(
    "progress stopped",
    one,
  ),
  "fulfillment_orders/line_items_prepared_for_pickup": fulfillmentOrders("ready for pickup", one),
  "fulfillment_orders/line_items_prepared_for_local_delivery": fulfillmentOrders(
    "ready for delivery",
    one,
  ),
  "inventory_levels/update": levelChanged,
  "inventory_levels/connect": levelChanged,
  "inventory_levels/disconnect": reader(
    level.pick({ inventory_item_id: true, location_id: true }),
    (body) => [
      {
        kind: "level_gone",
        inventoryItemId: body.inventory_item_id,
        locationId: body.location_id,
      },
    ],
  ),
  "inventory_items/create": item,
  "inventory_items/update": item,
  "inventory_items/delete": reader(z.object({ id }), (body) => [
    { kind: "item_gone", inventoryItemId: body.id },
  ]),
  "products/create": product,
  "products/update": product,
  "products/delete": product,
  "locations/create": locations,
  "locations/update": locations,
  "locations/activate": locations,
  "locations/deactivate": locations,
  "locations/delete": locations,
  "bulk_operations/finish": reader(z.object({ admin_graphql_api_id: id }), (body) => [
    { kind: "bulk_finished", bulkOperationId: body.admin_graphql_api_id },
  ]),
  "app/uninstalled": () => [{ kind: "uninstalled" }],
  "app/scopes_update": reader(z.object({ current: z.array(z.string()) }), (body) => [
    { kind: "scopes", current: body.current },
  ]),
  "customers/data_request": () => [{ kind: "compliance", job: "export-customer" }],
  "customers/redact": () => [{ kind: "compliance", job: "erase-customer" }],
  "shop/redact": () => [{ kind: "compliance", job: "erase-shop" }],
};

/** Topics this app acts on; `shopify.app.toml` subscribes to exactly these. */
export const handledTopics: readonly string[] = Object.keys(readers);

/**
 * Reads what a webhook asks us to look at. Throws when the topic is unknown or the payload is not of
 * its shape: the caller keeps such an event and shows it to a person.
 */
export function readHints(topic: string, body: unknown): Hint[] {
  const read = readers[topic];
  if (!read) throw new Error(`no one here handles the topic ${topic}`);
  return read(body);
}
