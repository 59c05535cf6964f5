import { adminRoutes } from "./admin/admin-routes.ts";
import { browserRoutes } from "./admin/browser-routes.ts";
import { posRoutes } from "./admin/pos-routes.ts";
import { appRoutes } from "./control/app-routes.ts";
import { deliveryRoutes } from "./control/delivery-routes.ts";
import { faultRoutes } from "./control/fault-routes.ts";
import { locationRoutes } from "./control/location-routes.ts";
import { productRoutes } from "./control/product-routes.ts";
import { orderRoutes } from "./control/order-routes.ts";
import { pageRoutes } from "./control/page-routes.ts";
import { shopRoutes } from "./control/shop-routes.ts";
import { staffRoutes } from "./control/staff-routes.ts";
import type { Handler } from "./http/answer.ts";
import { answerJson } from "./http/answer-json.ts";
import { routeRequest } from "./http/route-request.ts";
import type { Sandbox } from "./sandbox.ts";
import { answerAuthorize } from "./shopify/answer-authorize.ts";
import { answerShopify } from "./shopify/answer-shopify.ts";

/** Answers everything on the sandbox's port: Shopify's hosts by header, people and tests by path. */
export function answerSandbox(sandbox: Sandbox): Handler {
  const answerAsShopify = answerShopify(sandbox);
  const route = routeRequest([
    ...shopRoutes(sandbox),
    ...orderRoutes(sandbox),
    ...staffRoutes(sandbox),
    ...locationRoutes(sandbox),
    ...productRoutes(sandbox),
    ...appRoutes(sandbox),
    ...deliveryRoutes(sandbox),
    ...faultRoutes(sandbox),
    ...pageRoutes(sandbox),
    ...adminRoutes(sandbox),
    ...posRoutes(sandbox),
    ...browserRoutes(),
    {
      method: "GET",
      path: "/admin/oauth/authorize",
      handle: (request) => answerAuthorize(sandbox, request),
    },
  ]);
  return async (request) => {
    if (request.headers["x-sandbox-host"] !== undefined) return await answerAsShopify(request);
    const answer = await route(request);
    return (
      answer ?? answerJson(404, { error: `No ${request.method} ${request.url.pathname} here.` })
    );
  };
}
