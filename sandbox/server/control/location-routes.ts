import { z } from "zod";
import { activateLocation } from "#sandbox/locations/activate-location.ts";
import { createLocation } from "#sandbox/locations/create-location.ts";
import { deactivateLocation } from "#sandbox/locations/deactivate-location.ts";
import { deleteLocation } from "#sandbox/locations/delete-location.ts";
import { updateLocation } from "#sandbox/locations/update-location.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { findShop } from "../find-shop.ts";
import { readJson } from "../http/read-json.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { actAsPerson } from "./act-as-person.ts";
import { addressBody } from "./address-body.ts";
import { withoutUndefined } from "./without-undefined.ts";

const name = z.string().min(1);
const createBody = z.strictObject({
  name,
  address: addressBody
    .required({ address1: true, city: true, zip: true })
    .transform(withoutUndefined),
  fulfillsOnlineOrders: z.boolean().default(true),
});
const updateBody = z.strictObject({
  name: name.optional(),
  address: addressBody.transform(withoutUndefined).optional(),
  fulfillsOnlineOrders: z.boolean().optional(),
});

/** A merchant opening, changing, closing and reopening locations. */
export function locationRoutes(sandbox: Sandbox): Route[] {
  const post = (
    path: string,
    act: (shop: ShopState, id: string, body: unknown) => unknown,
  ): Route => ({
    method: "POST",
    path: `/sandbox/shops/:shop/locations${path}`,
    handle: (request) => {
      const shop = findShop(sandbox, request.params["shop"]);
      const body = readJson(request);
      return actAsPerson(() => act(shop, request.params["id"] ?? "", body));
    },
  });
  return [
    post("", (shop, _id, body) => createLocation(shop, createBody.parse(body))),
    post("/:id", (shop, id, body) =>
      updateLocation(shop, id, withoutUndefined(updateBody.parse(body))),
    ),
    post("/:id/deactivate", (shop, id) => deactivateLocation(shop, id)),
    post("/:id/delete", (shop, id) => {
      deleteLocation(shop, id);
      return {};
    }),
    post("/:id/activate", (shop, id) => activateLocation(shop, id)),
  ];
}
