import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { noteHints } from "#app/orders/note-hints.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { reconcileOrders } from "#app/orders/reconcile-orders.server.ts";
import { assignFulfillmentOrders } from "#sandbox/orders/assign-fulfillment-orders.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { fixedClock } from "#test/builders/shop.ts";
import { rememberOrder } from "./remember-order.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
  await world.stock({ "LMP-RED": { "Denver Store": 50 } });
});

const laterBy = (ms: number) => fixedClock(new Date(Date.now() + ms));
const buy = () => world.buy({ lines: [{ sku: "LMP-RED", quantity: 1 }] });

test("hints mark an order once, keep the first reason, and never go back in time", async () => {
  const shop = { ...world.shop, clock: fixedClock(new Date("2026-11-21T15:00:00Z")) };
  const note = (reason: string) =>
    inShop(shop, (tx) => noteOrdersChanged(tx, shop, [{ orderId: "77", reason }]));
  const find = () => inShop(shop, (tx) => tx.order.findFirstOrThrow({ where: { orderId: "77" } }));
  await note("order placed");
  const first = await find();
  await note("order updated");
  const second = await find();
  expect(second).toMatchObject({ status: "new", dirtyReason: "order placed" });
  expect(second.dirtyAt!.getTime()).toBeGreaterThan(first.dirtyAt!.getTime());
  expect((await rememberOrder(world, "77")).timeline).toEqual(["received"]);
  expect(await waitingJobs("route-orders")).toContainEqual({ shopId: shop.shopId });
});

test("one call with the same order twice, and with none, is harmless", async () => {
  const { shop } = world;
  const twice = ["order placed", "order paid"].map((reason) => ({ orderId: "78", reason }));
  await inShop(shop, (tx) => noteOrdersChanged(tx, shop, twice));
  await inShop(shop, (tx) => noteOrdersChanged(tx, shop, []));
  const order = await inShop(shop, (tx) => tx.order.findFirst({ where: { orderId: "78" } }));
  expect(order?.dirtyReason).toBe("order placed");
});

test("an order that Shopify does not have ends as cancelled", async () => {
  await world.settle();
  expect((await rememberOrder(world, "77")).status).toBe("cancelled");
});

test("a fulfillment order's name is enough to find and route its order", async () => {
  const { shop } = world;
  const orderId = buy();
  const ids = world.openOnes(orderId).map((one) => one.id);
  const reason = "Shopify routed the order";
  const hints = [...ids, "404"].map((fulfillmentOrderId) => ({ fulfillmentOrderId, reason }));
  await inShop(shop, (tx) => noteHints(tx, shop, [], hints));
  await world.settle();
  expect((await rememberOrder(world, orderId)).status).toBe("placed");
  const refs = await inShop(shop, (tx) => tx.fulfillmentOrderRef.findMany({ where: { orderId } }));
  expect(refs.map((ref) => ref.fulfillmentOrderId)).toEqual(ids);
  expect(
    await inShop(shop, (tx) => tx.fulfillmentOrderRef.count({ where: { orderId: null } })),
  ).toBe(0);
});

test("an order whose webhook may still be on its way is read, but not counted as missed", async () => {
  const { shop } = world;
  const { shopId } = shop;
  const fresh = buy();
  await reconcileOrders({ shopId });
  await world.settle();
  expect((await rememberOrder(world, fresh)).status).toBe("placed");
  const run = await inShop(shop, (tx) =>
    tx.syncRun.findFirst({ where: { kind: "orders" }, orderBy: { startedAt: "desc" } }),
  );
  expect(run).toMatchObject({ drifted: 0, findings: [] });
});

test("reconciliation finds the orders whose webhooks never came, once", async () => {
  const { shop } = world;
  const { shopId } = shop;
  const missed = buy();
  await reconcileOrders({ shopId }, laterBy(2 * 60_000));
  await world.settle();
  expect((await rememberOrder(world, missed)).status).toBe("placed");
  await reconcileOrders({ shopId }, laterBy(4 * 60_000));
  const runs = await inShop(shop, (tx) =>
    tx.syncRun.findMany({
      where: { kind: "orders", startedAt: { gt: laterBy(60_000).now() } },
      orderBy: { startedAt: "asc" },
    }),
  );
  expect(runs.map((run) => [run.status, run.drifted])).toEqual([
    ["done", 1],
    ["done", 0],
  ]);
  expect(runs[0]?.findings).toMatchObject([{ what: "order", id: missed, ours: null }]);
});

test("an order read before Shopify had routed it is found even if that is never announced", async () => {
  const { state, shop } = world;
  const order = placeOrder(state, { lines: [{ sku: "LMP-RED", quantity: 1 }], routing: "later" });
  await world.hear(order.id);
  expect((await rememberOrder(world, order.id)).status).toBe("waiting");
  assignFulfillmentOrders(state, order);
  await reconcileOrders({ shopId: shop.shopId });
  await world.settle();
  expect((await rememberOrder(world, order.id)).status).toBe("placed");
});
