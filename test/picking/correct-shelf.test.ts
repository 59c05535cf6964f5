import "#test/setup/database.ts";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import { moveAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
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
  const [made] = await sandboxedTasks(world);
  if (!made) throw new Error("No task was made.");
  task = made;
});

afterEach(() => world.sandbox.faults.clear());

const shelf = () => world.state.levels.get(task.inventoryItemId)?.get(task.locationId)?.units;

test("an empty shelf is empty in Shopify once the order has gone elsewhere", async () => {
  const { taskId, ana } = task;
  await rejectTask(ana, { taskId, clientActionId: "press", reasonCode: "not_found" });
  expect(shelf()).toMatchObject({ available: 47, committed: 3 });
  const api = [
    { kind: "timeout-after-commit", operation: "inventoryAdjustQuantities", next: 1 },
  ] as const;
  world.sandbox.faults.set({ api: [...api] });
  await expect(settleAll(world.shop, task.orderId)).rejects.toMatchObject({ outcomeUnknown: true });
  await settleAll(world.shop, task.orderId);
  const intents = await intentsOf(world.shop, task.orderId);
  expect(intents).toMatchObject([{ kind: "correct_stock", status: "confirmed" }]);
  expect(shelf()).toMatchObject({ available: -3, committed: 3 });
  const elsewhere = [...world.state.locations.keys()].find((id) => id !== task.locationId) ?? "";
  moveAsStaff(world.state, { id: task.fulfillmentOrder.id, newLocationId: elsewhere });
  expect(shelf()).toMatchObject({ available: 0, committed: 0 });
});

test("damaged units are damaged in Shopify, once", async () => {
  const { taskId, ana } = task;
  const lines = [{ lineItemId: task.lineItemId, units: 1 }];
  await rejectTask(ana, { taskId, clientActionId: "press", reasonCode: "damaged", lines });
  await settleAll(world.shop, task.orderId);
  await settleAll(world.shop, task.orderId);
  expect(shelf()).toMatchObject({ available: 46, damaged: 1, committed: 3 });
});

test("missing units are missing in Shopify, and the rest stays for sale", async () => {
  const { taskId, ana } = task;
  await rejectTask(ana, { taskId, clientActionId: "press", reasonCode: "too_few" });
  await settleAll(world.shop, task.orderId);
  await settleAll(world.shop, task.orderId);
  expect(shelf()).toMatchObject({ available: 44, committed: 3 });
});
