import { ledgerOf } from "#sandbox/ledger.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { findShop, handleOf } from "../find-shop.ts";
import { answerJson } from "../http/answer-json.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";

/** What is in the shops: their places, their products, and what Shopify saw happen in them. */
export function shopRoutes(sandbox: Sandbox): Route[] {
  const get = (path: string, read: (shop: ShopState) => unknown): Route => ({
    method: "GET",
    path,
    handle: (request) => answerJson(200, read(findShop(sandbox, request.params["shop"]))),
  });
  return [
    {
      method: "GET",
      path: "/sandbox/shops",
      handle: () => {
        const shops = [...sandbox.shops.values()].map((shop) => describeShop(sandbox, shop));
        return answerJson(200, { shops });
      },
    },
    get("/sandbox/shops/:shop", (shop) => ({
      ...describeShop(sandbox, shop),
      locations: [...shop.locations.values()].map(({ id, name, active, address }) => ({
        id,
        name,
        active,
        city: address.city,
      })),
      skus: [...shop.variantsBySku.keys()],
    })),
    get("/sandbox/shops/:shop/products", (shop) => ({ products: describeProducts(shop) })),
    get("/sandbox/shops/:shop/ledger", (shop) => ledgerOf(shop)),
  ];
}

function describeShop(sandbox: Sandbox, shop: ShopState) {
  const installation = sandbox.installations.find(shop.domain);
  return {
    domain: shop.domain,
    handle: handleOf(shop),
    name: shop.name,
    plan: shop.plan,
    orders: shop.orders.size,
    app: { installed: installation !== null, scopes: installation?.scopes ?? [] },
  };
}

/** Products as the resource picker gives them to an app, with gids. */
function describeProducts(shop: ShopState) {
  return [...shop.products.values()].map((product) => ({
    id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    handle: product.handle,
    productType: product.productType,
    vendor: product.vendor,
    tags: product.tags,
    collections: product.collectionIds.flatMap((id) => shop.collections.get(id)?.title ?? []),
    variants: product.variantIds
      .flatMap((id) => shop.variants.get(id) ?? [])
      .map((variant) => ({
        id: `gid://shopify/ProductVariant/${variant.id}`,
        title: variant.title,
        sku: variant.sku,
        price: variant.price,
      })),
  }));
}
