import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import {
  fulfilAsStaff,
  holdAsStaff,
  moveAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
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

/** Buys, routes and places an order of one SKU that starts in Denver. */
async function settledOrder(sku: string, quantity: number, stock: Record<string, number>) {
  await world.stock({ [sku]: stock });
  const orderId = world.buy({ lines: [{ sku, quantity }] });
  await world.mirror();
  await world.hear(orderId);
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x${quantity}`]);
  return orderId;
}

function associateOf(name: string): ShopContext {
  const locationId = world.locations[name]!;
  return { ...world.shop, actor: { role: "associate", name: "Ana", locationId } };
}

async function taskAt(orderId: string, name: string): Promise<string> {
  const locationId = world.locations[name]!;
  const task = await inShop(world.shop, (tx) =>
    tx.pickTask.findFirstOrThrow({ where: { orderId, locationId }, orderBy: { taskId: "desc" } }),
  );
  return task.taskId;
}

test("a rejected order goes to another store and never back", async () => {
  const orderId = await settledOrder("LMP-RED", 1, { [DENVER]: 5, [CHICAGO]: 5 });
  const taskId = await taskAt(orderId, DENVER);
  const reject = { taskId, clientActionId: "a1", reasonCode: "not_found" };
  expect((await rejectTask(associateOf(DENVER), reject)).ok).toBe(true);
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
  await world.stock({ "LMP-RED": { [DENVER]: 50, [CHICAGO]: 5 } });
  await world.hear(orderId, "order updated");
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    decisions: ["planned: order placed", `planned: rejected by ${DENVER}`],
    tasks: [`${DENVER} rejected x0`, `${CHICAGO} offered x1`],
  });
});

test("accepted units stay while the rejected rest moves on", async () => {
  const orderId = await settledOrder("SND-9", 3, { [DENVER]: 9, [BOULDER]: 9 });
  const taskId = await taskAt(orderId, DENVER);
  const line = await inShop(world.shop, (tx) =>
    tx.pickTaskLine.findFirstOrThrow({ where: { taskId } }),
  );
  const lines = [{ lineItemId: line.lineItemId, units: 1 }];
  const reject = { taskId, clientActionId: "a2", reasonCode: "not_found", lines };
  expect((await rejectTask(associateOf(DENVER), reject)).ok).toBe(true);
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${BOULDER} x1`, `${DENVER} x2`]);
  expect((await rememberOrder(world, orderId)).tasks).toEqual([
    `${DENVER} accepted x2`,
    `${BOULDER} offered x1`,
  ]);
  const statuses = world.openOnes(orderId).map((one) => one.status);
  expect(statuses.sort()).toEqual(["in_progress", "open"]);
});

test("a move made by staff in Shopify is adopted, not fought", async () => {
  const orderId = await settledOrder("SCK-L", 2, { [DENVER]: 9, [BOULDER]: 9 });
  const [one] = world.openOnes(orderId);
  moveAsStaff(world.state, { id: one!.id, newLocationId: world.locations[BOULDER]! });
  const mutations = world.state.mutationLog.length;
  await world.hear(orderId, "fulfillment order moved");
  expect(world.whereIs(orderId)).toEqual([`${BOULDER} x2`]);
  expect(world.state.mutationLog.length).toBe(mutations);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    decisions: ["planned: order placed", "planned: moved in Shopify by staff"],
    tasks: [`${DENVER} recalled x2`, `${BOULDER} offered x2`],
  });
});

test("somebody else's hold stops the order, and its release starts it again", async () => {
  const orderId = await settledOrder("SCK-M", 1, { [DENVER]: 9 });
  const [one] = world.openOnes(orderId);
  holdAsStaff(world.state, { id: one!.id });
  await world.hear(orderId, "put on hold");
  await world.hear(orderId, "order updated");
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "held",
    tasks: [`${DENVER} recalled x1`],
    decisions: ["planned: order placed"],
  });
  releaseAsStaff(world.state, one!.id);
  await world.hear(orderId, "hold released");
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    tasks: [`${DENVER} recalled x1`, `${DENVER} offered x1`],
  });
});

test("a risky order is held by us until a person releases it, then never again", async () => {
  await world.stock({ "MAP-SIERRA": { [DENVER]: 9 } });
  const orderId = world.buy({ lines: [{ sku: "MAP-SIERRA", quantity: 1 }], riskLevel: "high" });
  await world.mirror();
  await world.hear(orderId);
  expect(world.openOnes(orderId).map((one) => one.status)).toEqual(["on_hold"]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "held",
    decisions: ["held: order placed"],
    exceptions: ["risk_hold open"],
    tasks: [],
  });
  await world.hear(orderId, "order updated");
  expect((await rememberOrder(world, orderId)).decisions).toHaveLength(1);
  releaseAsStaff(world.state, world.openOnes(orderId)[0]!.id);
  await world.hear(orderId, "hold released");
  await world.hear(orderId, "order updated");
  expect(world.openOnes(orderId).map((one) => one.status)).toEqual(["open"]);
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    decisions: ["held: order placed", "planned: hold released"],
    exceptions: ["risk_hold resolved"],
    tasks: [`${DENVER} offered x1`],
  });
});

test("a cancelled order lets everything go", async () => {
  const orderId = await settledOrder("DAY-RUST", 1, { [DENVER]: 9 });
  cancelOrder(world.state, { orderId, reason: "customer", restock: true });
  await world.hear(orderId, "order cancelled");
  await world.hear(orderId, "order cancelled");
  const { status, tasks, reserved, timeline } = await rememberOrder(world, orderId);
  expect({ status, tasks, reserved }).toEqual({
    status: "cancelled",
    tasks: [`${DENVER} recalled x1`],
    reserved: 0,
  });
  expect(timeline.filter((kind) => kind === "cancelled")).toHaveLength(1);
});

test("an edit that adds units has them routed, too", async () => {
  const orderId = await settledOrder("DAY-SLATE", 1, { [DENVER]: 9 });
  editOrder(world.state, orderId, { quantities: [{ sku: "DAY-SLATE", quantity: 3 }] });
  await world.mirror();
  await world.hear(orderId, "order edited");
  const { status, tasks } = await rememberOrder(world, orderId);
  expect(world.whereIs(orderId)).toEqual([`${DENVER} x3`]);
  expect({ status, tasks }).toEqual({
    status: "placed",
    tasks: [`${DENVER} recalled x1`, `${DENVER} offered x3`],
  });
});

test("an accepted task is left alone by later news, and shipping ends the order", async () => {
  const orderId = await settledOrder("DAY-GREEN", 1, { [DENVER]: 9 });
  await acceptTask(associateOf(DENVER), { taskId: await taskAt(orderId, DENVER) });
  await world.settle();
  await world.hear(orderId, "progress reported");
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "placed",
    decisions: ["planned: order placed"],
    tasks: [`${DENVER} accepted x1`],
  });
  fulfilAsStaff(world.state, { id: world.openOnes(orderId)[0]!.id });
  await world.hear(orderId, "order fulfilled");
  expect(await rememberOrder(world, orderId)).toMatchObject({
    status: "fulfilled",
    tasks: [`${DENVER} recalled x1`],
  });
});
