import { findShop, handleOf } from "../find-shop.ts";
import { answerHtml } from "../http/answer-html.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { addressOfApp } from "./address-of-app.ts";
import { renderAppFrame } from "./render-app-frame.ts";
import { renderOrderPage } from "./render-order-page.ts";
import { renderOrdersPage } from "./render-orders-page.ts";
import { renderShell } from "./render-shell.ts";
import { signedInStaff } from "./signed-in-staff.ts";

/** The pretend admin: orders as Shopify has them, and the app in its frame. */
export function adminRoutes(sandbox: Sandbox): Route[] {
  const get = (path: string, handle: Route["handle"]): Route => ({ method: "GET", path, handle });
  return [
    get("/", () => redirect("/sandbox")),
    get("/admin/store/:shop", (request) => {
      return redirect(`/admin/store/${handleOf(findShop(sandbox, request.params["shop"]))}/orders`);
    }),
    get("/admin/store/:shop/orders", (request) => showOrders(sandbox, request)),
    get("/admin/store/:shop/orders/:order", (request) => showOrder(sandbox, request)),
    get("/admin/store/:shop/apps/:app/*path", (request) => showApp(sandbox, request)),
  ];
}

function showOrders(sandbox: Sandbox, request: SandboxRequest): Answer {
  const shop = findShop(sandbox, request.params["shop"]);
  const staff = signedInStaff(request);
  const body = renderOrdersPage(shop);
  return answerHtml(
    200,
    renderShell(sandbox, { title: "Orders", shop, staff, section: "orders", body }),
  );
}

function showOrder(sandbox: Sandbox, request: SandboxRequest): Answer {
  const shop = findShop(sandbox, request.params["shop"]);
  const order = shop.orders.get(request.params["order"] ?? "");
  if (!order)
    throw new Refusal(404, `No order ${request.params["order"] ?? ""} in ${shop.domain}.`);
  const staff = signedInStaff(request);
  const body = renderOrderPage(shop, order);
  return answerHtml(
    200,
    renderShell(sandbox, { title: order.name, shop, staff, section: "orders", body }),
  );
}

/** Opening the app installs it first where it is not: the merchant's click, with all required scopes. */
async function showApp(sandbox: Sandbox, request: SandboxRequest): Promise<Answer> {
  const shop = findShop(sandbox, request.params["shop"]);
  const names = [sandbox.app.handle, sandbox.clientId];
  if (!names.includes(request.params["app"] ?? "")) {
    throw new Refusal(404, `No such app; the one here is ${sandbox.app.handle}.`);
  }
  sandbox.installations.install(shop.domain, sandbox.app.scopes);
  const staff = signedInStaff(request);
  const path = `/${request.params["path"] ?? ""}${request.url.search}`;
  const address = await addressOfApp(sandbox, shop, {
    path,
    userId: staff.id,
    surface: { embedded: "1" },
  });
  const basePath = `/admin/store/${handleOf(shop)}/apps/${sandbox.app.handle}`;
  const body = renderAppFrame(sandbox, { shop, staff, address, basePath });
  const title = sandbox.app.name;
  return answerHtml(200, renderShell(sandbox, { title, shop, staff, section: "app", body }));
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: "" };
}
