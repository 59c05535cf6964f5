import "#test/setup/database.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { beginPlacing } from "#app/orders/begin-placing.server.ts";
import { bringToPlan } from "#app/orders/bring-to-plan.server.ts";
import { endPlacing } from "#app/orders/end-placing.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { placeOrder } from "#app/orders/place-order.server.ts";
import { routeDirtyOrders } from "#app/orders/route-dirty-orders.server.ts";
import { moveAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { rememberOrder } from "./remember-order.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
});
afterEach(() => world.faults.clear());

const DENVER = "Denver Store";
const BOULDER = "Boulder Store";
const COLUMBUS = "Columbus Warehouse";

/** A fragile mug and a lamp: Shopify puts both in Denver, only a warehouse may ship the mug. */
async function orderToSplit(): Promise<string> {
  await world.stock({ "MUG-BLUE": { [DENVER]: 5, [COLUMBUS]: 5 }, "LMP-RED": { [DENVER]: 5 } });
  const lines = ["MUG-BLUE", "LMP-RED"].map((sku) => ({ sku, quantity: 1 }));
  const orderId = world.buy({ lines });
  await world.mirror();
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x2`]);
  return orderId;
}

/** Decides without placing, as if the worker had died in between. */
async function decideOnly(orderId: string): Promise<void> {
  const { shop } = world;
  const hint = [{ orderId, reason: "order placed" }];
  await inShop(shop, (tx) => noteOrdersChanged(tx, shop, hint));
  await routeDirtyOrders({ shopId: shop.shopId });
}

function movesDone(): number {
  return world.state.mutationLog.filter(
    (row) => row.name === "fulfillmentOrderMove" && row.outcome === "committed",
  ).length;
}

test.each(["timeout-after-commit", "truncated-answer", "error-before-commit"] as const)(
  "a move whose answer is lost (%s) is made exactly once",
  async (kind) => {
    const orderId = await orderToSplit();
    const before = movesDone();
    world.faults.set({ api: [{ kind, operation: "fulfillmentOrderMove", next: 1 }] });
    await world.hear(orderId);
    expect(world.whereIs(orderId)).toEqual([`${COLUMBUS} x1`, `${DENVER} x1`]);
    expect(movesDone() - before).toBe(1);
    const { status, reserved, intents } = await rememberOrder(world, orderId);
    expect({ status, reserved, intents }).toEqual({
      status: "placed",
      reserved: 0,
      intents: ["place_order confirmed"],
    });
  },
);

test("a worker that dies after the move leaves work that the next run ends, once", async () => {
  const orderId = await orderToSplit();
  await decideOnly(orderId);
  const before = movesDone();
  const died = (await beginPlacing(world.shop, orderId))!;
  expect((await bringToPlan(world.shop, died)).kind).toBe("stands");
  await placeOrder({ shopId: world.shop.shopId, orderId });
  await placeOrder({ shopId: world.shop.shopId, orderId });
  expect(movesDone() - before).toBe(1);
  const { status, timeline, tasks } = await rememberOrder(world, orderId);
  expect(status).toBe("placed");
  expect(timeline.filter((kind) => kind === "applied")).toHaveLength(1);
  expect(tasks).toHaveLength(2);
});

test("a run that was overtaken writes nothing", async () => {
  const orderId = await orderToSplit();
  await decideOnly(orderId);
  const slow = (await beginPlacing(world.shop, orderId))!;
  await placeOrder({ shopId: world.shop.shopId, orderId });
  const after = await rememberOrder(world, orderId);
  await endPlacing(world.shop, slow, { kind: "refused", message: "too late" });
  expect(await rememberOrder(world, orderId)).toEqual(after);
});

test("what Shopify refuses twice goes to a person with Shopify's own words", async () => {
  await world.stock({ "MUG-WHITE": { [DENVER]: 3, [COLUMBUS]: 3 } });
  const orderId = world.buy({ lines: [{ sku: "MUG-WHITE", quantity: 1 }] });
  await world.mirror();
  await decideOnly(orderId);
  // The merchant closes the warehouse between the decision and the move.
  const warehouse = world.state.locations.get(world.locations[COLUMBUS]!)!;
  warehouse.active = false;
  await placeOrder({ shopId: world.shop.shopId, orderId });
  warehouse.active = true;
  const { status, exceptions, intents, reserved, messages } = await rememberOrder(world, orderId);
  expect({ status, exceptions, intents, reserved }).toEqual({
    status: "exception",
    exceptions: ["shopify_refused open"],
    intents: ["place_order failed"],
    reserved: 0,
  });
  expect(messages.some((message) => message.startsWith("Shopify refused: "))).toBe(true);
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x1`]);
});

test("a move by staff while the plan is under way is found by the last look", async () => {
  await world.stock({ "SCK-M": { [DENVER]: 3, [BOULDER]: 3 } });
  const orderId = world.buy({ lines: [{ sku: "SCK-M", quantity: 1 }] });
  await world.mirror();
  await decideOnly(orderId);
  const [one] = world.openOnes(orderId);
  moveAsStaff(world.state, { id: one!.id, newLocationId: world.locations[BOULDER]! });
  await world.hear(orderId, "fulfillment order moved");
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x1`]);
  expect((await rememberOrder(world, orderId)).tasks).toEqual([`${DENVER} offered x1`]);
});
