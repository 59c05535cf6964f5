import { z } from "zod";
import {
  fulfilAsStaff,
  holdAsStaff,
  moveAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { prepareForLocalDelivery } from "#sandbox/fulfillment-orders/prepare-for-local-delivery.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { findShop } from "../find-shop.ts";
import { readJson } from "../http/read-json.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { actAsPerson } from "./act-as-person.ts";
import { describeOrder } from "./describe-order.ts";
import { withoutUndefined } from "./without-undefined.ts";

const lines = z.array(z.strictObject({ id: z.string(), quantity: z.number().int() })).optional();
const moveBody = z.strictObject({ newLocationId: z.string(), lines });
const holdBody = z.strictObject({ reasonNotes: z.string().default("Held by staff"), lines });
const fulfilBody = z.strictObject({
  trackingNumber: z.string().default("1Z999AA10123456784"),
  lines,
});
const stockBody = z.strictObject({
  sku: z.string(),
  locationId: z.string(),
  available: z.number().int(),
});

/** What staff do behind the app's back: counts, moves, holds, shipments. */
export function staffRoutes(sandbox: Sandbox): Route[] {
  const post = (
    path: string,
    act: (shop: ShopState, id: string, body: unknown) => unknown,
  ): Route => ({
    method: "POST",
    path: `/sandbox/shops/:shop/${path}`,
    handle: (request) => {
      const shop = findShop(sandbox, request.params["shop"]);
      const body = readJson(request);
      return actAsPerson(() => act(shop, request.params["id"] ?? "", body));
    },
  });
  const onFulfillmentOrder = (
    verb: string,
    act: (shop: ShopState, id: string, body: unknown) => unknown,
  ) =>
    post(`fulfillment-orders/:id/${verb}`, (shop, id, body) => {
      const order = shop.orders.get(shop.fulfillmentOrders.get(id)?.orderId ?? "");
      if (!order) throw new Refusal(404, `No fulfillment order ${id} in ${shop.domain}.`);
      act(shop, id, body);
      return describeOrder(shop, order);
    });
  return [
    post("stock", (shop, _id, body) => setStock(shop, stockBody.parse(body))),
    onFulfillmentOrder("move", (shop, id, body) =>
      moveAsStaff(shop, { id, ...withoutUndefined(moveBody.parse(body)) }),
    ),
    onFulfillmentOrder("hold", (shop, id, body) =>
      holdAsStaff(shop, { id, ...withoutUndefined(holdBody.parse(body)) }),
    ),
    onFulfillmentOrder("prepare-local-delivery", (shop, id) => prepareForLocalDelivery(shop, id)),
    onFulfillmentOrder("release", (shop, id) => releaseAsStaff(shop, id)),
    onFulfillmentOrder("fulfil", (shop, id, body) =>
      fulfilAsStaff(shop, { id, ...withoutUndefined(fulfilBody.parse(body)) }),
    ),
  ];
}
