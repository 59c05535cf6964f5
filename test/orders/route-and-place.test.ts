import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { placeOrder } from "#app/orders/place-order.server.ts";
import { routeDirtyOrders } from "#app/orders/route-dirty-orders.server.ts";
import { rememberOrder } from "./remember-order.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
});

const DENVER = "Denver Store";
const BOULDER = "Boulder Store";
const CHICAGO = "Chicago Store";
const COLUMBUS = "Columbus Warehouse";
const lamp = "LMP-BLACK";

test("an order that stands well is left alone and offered to its store", async () => {
  await world.stock({ [lamp]: { [DENVER]: 5, [CHICAGO]: 5 } });
  const orderId = world.buy({ lines: [{ sku: lamp, quantity: 2 }] });
  const mutations = world.state.mutationLog.length;
  await world.mirror();
  await world.hear(orderId);
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x2`]);
  expect(world.state.mutationLog.length).toBe(mutations);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    dirty: false,
    decisions: ["planned: order placed"],
    intents: ["place_order confirmed"],
    tasks: [`${DENVER} offered x2`],
    reserved: 0,
    exceptions: [],
    timeline: ["received", "decided", "task_offered", "applied"],
  });
});

test("an order a rule bars from its store moves, and both shelves tell the truth", async () => {
  await world.stock({ "MUG-BLUE": { [DENVER]: 5, [COLUMBUS]: 5 } });
  const orderId = world.buy({ lines: [{ sku: "MUG-BLUE", quantity: 2 }] });
  await world.mirror();
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x2`]);
  await world.hear(orderId);
  expect(world.whereIs(orderId)).toEqual([`${COLUMBUS} x2`]);
  expect(world.available("MUG-BLUE", DENVER)).toBe(5);
  expect(world.available("MUG-BLUE", COLUMBUS)).toBe(3);
  const levels = await inShop(world.shop, (tx) =>
    tx.stockLevel.findMany({
      where: { locationId: { in: [world.locations[DENVER]!, world.locations[COLUMBUS]!] } },
    }),
  );
  const item = world.state.variantsBySku.get("MUG-BLUE")!.inventoryItemId;
  const mug = levels.filter((level) => level.inventoryItemId === item);
  expect(mug.map((level) => [level.available, level.committed])).toEqual(
    expect.arrayContaining([
      [5, 0],
      [3, 2],
    ]),
  );
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    tasks: [`${COLUMBUS} offered x2`],
    reserved: 0,
  });
});

test("a line that no location can give alone is cut across two", async () => {
  await world.stock({ "STV-SINGLE": { [DENVER]: 2, [BOULDER]: 1 } });
  const orderId = world.buy({ lines: [{ sku: "STV-SINGLE", quantity: 3 }] });
  await world.mirror();
  await world.hear(orderId);
  expect(world.whereIs(orderId)).toEqual([`${BOULDER} x1`, `${DENVER} x2`]);
  const { status, tasks } = await rememberOrder(world, orderId);
  expect(status).toBe("placed");
  expect([...tasks].sort()).toEqual([`${BOULDER} offered x1`, `${DENVER} offered x2`]);
});

test("hearing of it again, and every job run again, changes nothing", async () => {
  await world.stock({ "MUG-WHITE": { [DENVER]: 5, [COLUMBUS]: 5 } });
  const orderId = world.buy({ lines: [{ sku: "MUG-WHITE", quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  const before = await rememberOrder(world, orderId);
  const mutations = world.state.mutationLog.length;
  await world.hear(orderId, "order updated");
  const { shopId } = world.shop;
  await routeDirtyOrders({ shopId });
  await placeOrder({ shopId, orderId });
  expect(world.state.mutationLog.length).toBe(mutations);
  expect(await rememberOrder(world, orderId)).toEqual(before);
});

test("two orders never promise the same unit", async () => {
  await world.stock({ "FLT-SINGLE": { [DENVER]: 1, [CHICAGO]: 1 } });
  const first = world.buy({ lines: [{ sku: "FLT-SINGLE", quantity: 1 }] });
  const second = world.buy({ lines: [{ sku: "FLT-SINGLE", quantity: 1 }] });
  const third = world.buy({ lines: [{ sku: "FLT-SINGLE", quantity: 1 }] });
  await world.mirror();
  await Promise.all([first, second, third].map((orderId) => world.hear(orderId)));
  await world.settle();
  const placed = [world.whereIs(first), world.whereIs(second)].map(String).sort();
  expect(placed).toEqual([`${CHICAGO} x1`, `${DENVER} x1`]);
  expect(await rememberOrder(world, third)).toMatchObject({
    status: "exception",
    exceptions: ["no_location_fits open"],
    tasks: [],
  });
});

test("what nothing fits becomes an exception, and stock that arrives settles it", async () => {
  await world.stock({ "ROP-RED": {} });
  const orderId = world.buy({ lines: [{ sku: "ROP-RED", quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "exception",
    decisions: ["unfillable: order placed"],
    intents: [],
    exceptions: ["no_location_fits open"],
  });
  await world.hear(orderId, "order updated");
  expect((await rememberOrder(world, orderId)).decisions).toHaveLength(1);
  await world.stock({ "ROP-RED": { [COLUMBUS]: 4 } });
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${COLUMBUS} x1`]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    exceptions: ["no_location_fits resolved"],
    tasks: [`${COLUMBUS} offered x1`],
  });
});

test("a shelf that is emptier than the mirror says is not moved into", async () => {
  await world.stock({ "GFT-SMALL": { [COLUMBUS]: 5, "Reno Warehouse": 3 } });
  const orderId = world.buy({ lines: [{ sku: "GFT-SMALL", quantity: 1 }] });
  await world.mirror();
  const stands = world.whereIs(orderId)[0]!.replace(" x1", "");
  const other = stands === COLUMBUS ? "Reno Warehouse" : COLUMBUS;
  // The store where it stands is closed to it, and the other one has been emptied unheard.
  await inShop(world.shop, (tx) =>
    tx.exclusion.create({
      data: {
        shopId: world.shop.shopId,
        orderId,
        locationId: world.locations[stands]!,
        reason: "rejected",
        createdAt: new Date(),
      },
    }),
  );
  world.emptyInShopifyOnly("GFT-SMALL", other);
  await world.hear(orderId);
  expect(world.available("GFT-SMALL", other)).toBe(0);
  expect(world.whereIs(orderId)).toEqual([`${stands} x1`]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "exception",
    intents: ["place_order obsolete"],
    decisions: ["planned: order placed", `unfillable: stock gone at ${other}`],
    reserved: 0,
  });
});
