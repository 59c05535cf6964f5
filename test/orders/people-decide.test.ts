import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { requestReroute } from "#app/orders/request-reroute.server.ts";
import { sendToLocation } from "#app/orders/send-to-location.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { rememberOrder } from "./remember-order.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

let world: RoutedShop;
let maria: ShopContext;
beforeAll(async () => {
  world = await openRoutedShop();
  maria = { ...world.shop, actor: { role: "manager", name: "Maria" } };
});

const DENVER = "Denver Store";
const CHICAGO = "Chicago Store";

async function settledOrder(sku: string, stock: Record<string, number>): Promise<string> {
  await world.stock({ [sku]: stock });
  const orderId = world.buy({ lines: [{ sku, quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  return orderId;
}

test("a person's location overrules the rules, is on record, and stays", async () => {
  // Fragile goods may only leave warehouses; Maria knows better.
  const orderId = await settledOrder("MUG-BLUE", { "Columbus Warehouse": 5, [CHICAGO]: 5 });
  expect(world.whereIs(orderId)).toEqual(["Columbus Warehouse x1"]);
  const chicago = world.locations[CHICAGO]!;
  expect(await sendToLocation(maria, orderId, chicago, "customer waits there")).toEqual({
    ok: true,
  });
  await world.settle();
  await world.hear(orderId, "order updated");
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
  const { decisions, tasks } = await rememberOrder(world, orderId);
  expect(decisions[1]).toBe(`planned: sent to ${CHICAGO} by Maria`);
  expect(decisions).toHaveLength(2);
  expect(tasks).toEqual(["Columbus Warehouse recalled x1", `${CHICAGO} offered x1`]);
  const [decision] = await inShop(world.shop, (tx) =>
    tx.decision.findMany({ where: { orderId, sequence: 2 } }),
  );
  expect(decision).toMatchObject({ actor: "Maria", reason: "customer waits there" });
  const audit = await inShop(world.shop, (tx) =>
    tx.auditEntry.findMany({ where: { subject: `order ${orderId}` } }),
  );
  expect(audit.map((row) => [row.actor, row.action])).toEqual([
    ["Maria", "order_sent_to_location"],
  ]);
});

test("a location without the goods becomes an exception, never a negative shelf", async () => {
  const orderId = await settledOrder("LAN-AMBER", { "Columbus Warehouse": 5 });
  await sendToLocation(maria, orderId, world.locations[CHICAGO]!, "try");
  await world.settle();
  expect(world.whereIs(orderId)).toEqual(["Columbus Warehouse x1"]);
  expect(world.available("LAN-AMBER", CHICAGO)).toBe(0);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "exception",
    exceptions: ["no_location_fits open"],
  });
});

test("route again makes a fresh decision even when it comes out the same", async () => {
  const orderId = await settledOrder("LMP-RED", { [DENVER]: 5 });
  expect(await requestReroute(maria, orderId, "looks odd")).toEqual({ ok: true });
  await world.settle();
  const { decisions, tasks, timeline } = await rememberOrder(world, orderId);
  expect(decisions).toEqual(["planned: order placed", "planned: asked by Maria"]);
  expect(tasks).toEqual([`${DENVER} recalled x1`, `${DENVER} offered x1`]);
  expect(timeline).toContain("override");
});

test("store roles, unknown orders and unknown locations are refused", async () => {
  const orderId = await settledOrder("LMP-BLACK", { [DENVER]: 5 });
  const ana: ShopContext = {
    ...world.shop,
    actor: { role: "associate", name: "Ana", locationId: world.locations[DENVER]! },
  };
  expect(await requestReroute(ana, orderId, "x")).toEqual({ ok: false, because: "forbidden" });
  expect(await requestReroute(maria, "404", "x")).toEqual({ ok: false, because: "not_found" });
  expect(await sendToLocation(maria, orderId, "404", "x")).toEqual({
    ok: false,
    because: "unknown_location",
  });
  expect((await rememberOrder(world, orderId)).decisions).toHaveLength(1);
});

test("what stores rejected too often waits for a person, whatever else is heard of it", async () => {
  const orderId = await settledOrder("SND-8", { [DENVER]: 5, [CHICAGO]: 5 });
  const { shopId } = world.shop;
  await inShop(world.shop, (tx) => tx.shop.update({ where: { shopId }, data: { maxReroutes: 0 } }));
  const locationId = world.locations[DENVER]!;
  const ana: ShopContext = {
    ...world.shop,
    actor: { role: "associate", name: "Ana", locationId },
  };
  const task = await inShop(world.shop, (tx) =>
    tx.pickTask.findFirstOrThrow({ where: { orderId } }),
  );
  const reject = { taskId: task.taskId, clientActionId: "r1", reasonCode: "no_time" };
  expect((await rejectTask(ana, reject)).ok).toBe(true);
  await world.hear(orderId, "order updated");
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "exception",
    decisions: ["planned: order placed"],
    exceptions: ["rejected_too_often open"],
  });
  await requestReroute(maria, orderId, "Chicago has it");
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    exceptions: ["rejected_too_often resolved"],
  });
});
