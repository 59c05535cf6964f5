import "#test/setup/database.ts";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { completeTask } from "#app/picking/complete-task.server.ts";
import { finishEffect } from "#app/picking/internal/finish-effect.server.ts";
import { loadEffect } from "#app/picking/internal/load-effect.server.ts";
import { packTask } from "#app/picking/pack-task.server.ts";
import { recallTasks } from "#app/picking/recall-tasks.server.ts";
import { releaseTask } from "#app/picking/release-task.server.ts";
import { settleIntent } from "#app/picking/settle-intent.server.ts";
import {
  fulfilAsStaff,
  holdAsStaff,
  moveAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import { testNow } from "#test/builders/shop.ts";
import { stockDeeply } from "#test/builders/world.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import type { SandboxedTask } from "./sandboxed-task.ts";
import { intentsOf, sandboxedTasks, settleAll } from "./sandboxed-task.ts";

let world: SandboxedShop;
let task: SandboxedTask;

beforeAll(async () => {
  world = await openSandboxedShop();
});

beforeEach(async () => {
  stockDeeply(world.state, 50);
  task = await oneTask();
});

afterEach(() => world.sandbox.faults.clear());

async function oneTask(change: Parameters<typeof sandboxedTasks>[2] = {}): Promise<SandboxedTask> {
  const [made] = await sandboxedTasks(world, [3], change);
  if (!made) throw new Error("No task was made.");
  return made;
}

const settle = (which = task) => settleAll(world.shop, which.orderId);
const statuses = async (which = task) =>
  (await intentsOf(world.shop, which.orderId)).map(({ kind, status }) => `${kind} ${status}`);
const exceptions = () =>
  inShop(world.shop, (tx) => tx.exception.findMany({ where: { orderId: task.orderId } }));
const count = (mutation: string) => ledgerOf(world.state).mutationCounts[mutation] ?? 0;
const shelf = ({ inventoryItemId, locationId } = task) =>
  world.state.levels.get(inventoryItemId)?.get(locationId)?.units;
const shipped = ({ orderId } = task) =>
  [...world.state.fulfillments.values()]
    .filter((fulfillment) => fulfillment.orderId === orderId)
    .map((fulfillment) => fulfillment.lines.reduce((sum, line) => sum + line.quantity, 0));

async function complete(which = task): Promise<void> {
  const { taskId, ana } = which;
  await acceptTask(ana, { taskId });
  await packTask(ana, { taskId, trackingCompany: "UPS", trackingNumber: "1Z" });
  await completeTask(ana, { taskId });
}

test("an accepted task is in progress in Shopify, reported once", async () => {
  await acceptTask(task.ana, { taskId: task.taskId });
  const before = count("fulfillmentOrderReportProgress");
  await settle();
  expect(task.fulfillmentOrder.status).toBe("in_progress");
  const [intent] = await intentsOf(world.shop, task.orderId);
  const { shopId } = world.shop;
  await settleIntent({ shopId, intentId: intent?.intentId ?? "" }, world.shop.clock);
  expect(count("fulfillmentOrderReportProgress")).toBe(before + 1);
  expect(await statuses()).toEqual(["report_progress confirmed"]);
});

test("a task given back before its report was sent never reaches Shopify", async () => {
  await acceptTask(task.ana, { taskId: task.taskId });
  await releaseTask(task.ana, { taskId: task.taskId });
  await settle();
  expect(task.fulfillmentOrder.status).toBe("open");
  expect(await statuses()).toEqual(["report_progress obsolete", "open_progress confirmed"]);
});

test("a task given back later is open again, and free to be moved", async () => {
  await acceptTask(task.ana, { taskId: task.taskId });
  await settle();
  await releaseTask(task.ana, { taskId: task.taskId });
  await settle();
  expect(task.fulfillmentOrder).toMatchObject({ status: "open", progressReported: false });
});

test("progress reported for a task taken back meanwhile has its order placed again", async () => {
  await acceptTask(task.ana, { taskId: task.taskId });
  const { shop } = world;
  const [intent] = await intentsOf(shop, task.orderId);
  const effect = await loadEffect(shop, intent?.intentId ?? "");
  if (!effect) throw new Error("The intent is unsettled.");
  await inShop(shop, (tx) => recallTasks(tx, shop, task.orderId, [], "the order was cancelled"));
  await finishEffect(shop, effect, { kind: "confirmed", note: "Sent.", isOurs: true });
  const order = await inShop(shop, (tx) =>
    tx.order.findFirstOrThrow({ where: { orderId: task.orderId } }),
  );
  expect(order).toMatchObject({ dirtyAt: testNow, dirtyReason: "picking stopped", reroutes: 0 });
});

test("a handed-over parcel is fulfilled with its tracking number, and stock leaves the shelf", async () => {
  await complete();
  await settle();
  expect(task.fulfillmentOrder.status).toBe("closed");
  expect(shelf()).toMatchObject({ available: 47, committed: 0 });
  const [fulfillment] = [...world.state.fulfillments.values()].filter(
    (one) => one.orderId === task.orderId,
  );
  expect(fulfillment?.tracking).toMatchObject([{ company: "UPS", number: "1Z" }]);
  expect(await statuses()).toEqual(["report_progress obsolete", "fulfil confirmed"]);
  const events = await inShop(world.shop, (tx) =>
    tx.orderEvent.findMany({ where: { orderId: task.orderId, kind: "fulfilled" } }),
  );
  expect(events).toMatchObject([{ data: { fulfillmentId: fulfillment?.id } }]);
  expect(events[0]?.message).toMatch(/^Fulfilled 3 units from .+, UPS 1Z\.$/);
});

test.each(["timeout-after-commit", "truncated-answer", "error-before-commit"] as const)(
  "after %s of a fulfilment, reading back ships every unit exactly once",
  async (kind) => {
    await complete();
    world.sandbox.faults.set({ api: [{ kind, operation: "fulfillmentCreate", next: 1 }] });
    await expect(settle()).rejects.toMatchObject({ outcomeUnknown: true });
    expect(await statuses()).toContain("fulfil sent");
    await settle();
    expect(await statuses()).toContain("fulfil confirmed");
    expect(shipped()).toEqual([3]);
  },
);

test("two parcels of the same line do not take each other's shipment for their own", async () => {
  const [first, second] = await sandboxedTasks(world, [1, 2]);
  if (!first || !second) throw new Error("Two tasks were asked for.");
  await complete(first);
  await complete(second);
  const both = (await intentsOf(world.shop, first.orderId)).filter((one) => one.kind === "fulfil");
  const run = (taskId: string) => {
    const intentId = both.find((one) => one.taskId === taskId)?.intentId ?? "";
    return settleIntent({ shopId: world.shop.shopId, intentId }, world.shop.clock);
  };
  const api = [{ kind: "timeout-after-commit", operation: "fulfillmentCreate", next: 1 }] as const;
  world.sandbox.faults.set({ api: [...api] });
  await expect(run(first.taskId)).rejects.toMatchObject({ outcomeUnknown: true });
  expect(await run(second.taskId)).toEqual({ kind: "snooze", seconds: 2 });
  expect(await run(first.taskId)).toEqual({ kind: "done" });
  expect(await run(second.taskId)).toEqual({ kind: "done" });
  expect(shipped(first)).toEqual([1, 2]);
  expect(shelf(first)).toMatchObject({ available: 47, committed: 0 });
});

test("what staff fulfilled in Shopify is not fulfilled again", async () => {
  await complete();
  fulfilAsStaff(world.state, { id: task.fulfillmentOrder.id });
  await settle();
  expect(await statuses()).toContain("fulfil confirmed");
  expect(shipped()).toEqual([3]);
});

test("units staff moved away are not shipped from here: a person hears of it", async () => {
  await complete();
  const elsewhere = [...world.state.locations.keys()].find((id) => id !== task.locationId) ?? "";
  moveAsStaff(world.state, { id: task.fulfillmentOrder.id, newLocationId: elsewhere });
  await settle();
  expect(shipped()).toEqual([]);
  const raised = await exceptions();
  expect(raised).toMatchObject([{ queue: "shopify_refused", status: "open" }]);
  expect(raised[0]?.summary).toContain("The units are no longer at this store in Shopify.");
});

test("somebody's hold keeps a parcel from being fulfilled, and a person is told why", async () => {
  await complete();
  holdAsStaff(world.state, { id: task.fulfillmentOrder.id });
  await settle();
  expect(await statuses()).toContain("fulfil failed");
  expect((await exceptions())[0]?.summary).toContain("on hold in Shopify");
  releaseAsStaff(world.state, task.fulfillmentOrder.id);
});

test("a pickup that is packed is announced, and fulfilled when the customer has it", async () => {
  const store = [...world.state.locations.keys()].at(-1) ?? "";
  task = await oneTask({ deliveryMethod: "pickup", pickupLocationId: store });
  await acceptTask(task.ana, { taskId: task.taskId });
  await packTask(task.ana, { taskId: task.taskId });
  await settle();
  expect(task.fulfillmentOrder).toMatchObject({ preparedForPickup: true, status: "in_progress" });
  await completeTask(task.ana, { taskId: task.taskId, handedTo: "Mr Cole" });
  await settle();
  expect(task.fulfillmentOrder.status).toBe("closed");
});

test("through a storm of faults 12 parcels are each shipped whole and once", async () => {
  const parcels: SandboxedTask[] = [];
  for (let index = 0; index < 12; index += 1) {
    const made = await oneTask();
    await complete(made);
    parcels.push(made);
  }
  world.sandbox.faults.set({
    seed: 20261121,
    api: [
      { kind: "timeout-after-commit", operation: "fulfillmentCreate", probability: 0.3 },
      { kind: "truncated-answer", operation: "fulfillmentCreate", probability: 0.2 },
      { kind: "error-before-commit", operation: "fulfillmentCreate", probability: 0.2 },
    ],
  });
  for (const parcel of parcels) {
    let runs = 0;
    // What the queue does: a failed job runs again, here up to its limit of eight retries.
    while (!(await statuses(parcel)).includes("fulfil confirmed")) {
      runs += 1;
      expect(runs).toBeLessThan(20);
      await settle(parcel).catch(() => undefined);
    }
  }
  expect(parcels.map((parcel) => shipped(parcel))).toEqual(parcels.map(() => [3]));
  expect(ledgerOf(world.state).imbalances).toEqual([]);
});
