import { z } from "zod";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { insist } from "#sandbox/shop/outcome.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { findShop } from "../find-shop.ts";
import { answerJson } from "../http/answer-json.ts";
import type { SandboxRequest } from "../http/answer.ts";
import { readJson } from "../http/read-json.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { actAsPerson } from "./act-as-person.ts";
import { describeOrder } from "./describe-order.ts";
import { cancelBody, editBody, placeBody } from "./order-bodies.ts";

const orderCount = z.coerce.number().int().min(1).max(10_000).default(50);

/** Customers buying, and staff editing or cancelling what they bought. */
export function orderRoutes(sandbox: Sandbox): Route[] {
  const randomOf = sampleStreams();
  const onOrder = (
    verb: string,
    act: (shop: ShopState, order: Order, body: unknown) => Order,
  ): Route => ({
    method: "POST",
    path: `/sandbox/shops/:shop/orders/:order/${verb}`,
    handle: (request) => {
      const { shop, order } = findOrder(sandbox, request);
      const body = readJson(request);
      return actAsPerson(() => describeOrder(shop, act(shop, order, body)));
    },
  });
  return [
    {
      method: "GET",
      path: "/sandbox/shops/:shop/orders",
      handle: (request) => {
        const shop = findShop(sandbox, request.params["shop"]);
        const limit = orderCount.parse(request.url.searchParams.get("limit") ?? undefined);
        const newest = [...shop.orders.values()].slice(-limit).reverse();
        return answerJson(200, { orders: newest.map((order) => describeOrder(shop, order)) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/shops/:shop/orders/:order",
      handle: (request) => {
        const { shop, order } = findOrder(sandbox, request);
        return answerJson(200, describeOrder(shop, order));
      },
    },
    {
      method: "POST",
      path: "/sandbox/shops/:shop/orders",
      handle: (request) => {
        const shop = findShop(sandbox, request.params["shop"]);
        const { order, count } = placeBody.parse(readJson(request));
        return actAsPerson(() => {
          const baskets = order
            ? [order]
            : Array.from({ length: count }, () => nextSampleOrder(shop, randomOf(shop)));
          return { orders: baskets.map((basket) => describeOrder(shop, placeOrder(shop, basket))) };
        });
      },
    },
    onOrder("edit", (shop, order, body) => editOrder(shop, order.id, editBody.parse(body))),
    onOrder("cancel", (shop, order, body) =>
      insist(cancelOrder(shop, { orderId: order.id, ...cancelBody.parse(body) })),
    ),
  ];
}

/** One stream of sample customers per shop, so that the same seed brings the same customers. */
function sampleStreams() {
  const streams = new Map<string, () => number>();
  return (shop: ShopState): (() => number) => {
    const stream = streams.get(shop.domain) ?? seededRandom(shop.seed);
    streams.set(shop.domain, stream);
    return stream;
  };
}

function findOrder(sandbox: Sandbox, request: SandboxRequest) {
  const shop = findShop(sandbox, request.params["shop"]);
  const wanted = request.params["order"] ?? "";
  const order =
    shop.orders.get(wanted) ?? [...shop.orders.values()].find(({ name }) => name === wanted);
  if (!order) throw new Refusal(404, `No order ${wanted} in ${shop.domain}.`);
  return { shop, order };
}
