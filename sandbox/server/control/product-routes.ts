import { z } from "zod";
import { createProduct } from "#sandbox/products/create-product.ts";
import { deleteProduct } from "#sandbox/products/delete-product.ts";
import { updateProduct } from "#sandbox/products/update-product.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { findShop } from "../find-shop.ts";
import { readJson } from "../http/read-json.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { actAsPerson } from "./act-as-person.ts";
import { withoutUndefined } from "./without-undefined.ts";

const text = z.string().min(1);
const variant = z.strictObject({
  title: text,
  sku: text,
  price: z.number().nonnegative(),
  cost: z.number().nonnegative().default(0),
  grams: z.number().nonnegative().default(500),
});
const createBody = z.strictObject({
  title: text,
  type: z.string().default(""),
  vendor: z.string().default(""),
  tags: z.array(text).default([]),
  collections: z.array(text).default([]),
  variants: z.array(variant).min(1),
});
const updateBody = z.strictObject({
  title: text.optional(),
  productType: z.string().optional(),
  vendor: z.string().optional(),
  tags: z.array(text).optional(),
  collections: z.array(text).optional(),
});

/** A merchant adding, changing and deleting products. */
export function productRoutes(sandbox: Sandbox): Route[] {
  const post = (
    path: string,
    act: (shop: ShopState, id: string, body: unknown) => unknown,
  ): Route => ({
    method: "POST",
    path: `/sandbox/shops/:shop/products${path}`,
    handle: (request) => {
      const shop = findShop(sandbox, request.params["shop"]);
      const body = readJson(request);
      return actAsPerson(() => act(shop, request.params["id"] ?? "", body));
    },
  });
  return [
    post("", (shop, _id, body) => createProduct(shop, createBody.parse(body))),
    post("/:id", (shop, id, body) =>
      updateProduct(shop, id, withoutUndefined(updateBody.parse(body))),
    ),
    post("/:id/delete", (shop, id) => {
      deleteProduct(shop, id);
      return {};
    }),
  ];
}
