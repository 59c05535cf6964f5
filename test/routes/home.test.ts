import "#test/setup/database.ts";
import { expect, test } from "vitest";
import { loader } from "#app/routes/app._index.tsx";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

test("the first page answers a shop that has nothing yet", async () => {
  const { shopId } = await installedShop();
  const { status, body } = await callRoute(loader, await adminRequest(shopId, "/app"));
  expect(status).toBe(200);
  expect(body.attention).toEqual({ queues: [], lateTasks: 0, heldOrders: 0 });
  expect(body.format).toMatchObject({ currency: "USD", timeZone: "UTC" });
});

test("nobody gets in without a session", async () => {
  await installedShop("locked.myshopify.com");
  const request = await adminRequest("locked.myshopify.com", "/app");
  request.headers.set("authorization", "Bearer not-a-token");
  expect((await callRoute(loader, request)).status).toBe(401);
});
