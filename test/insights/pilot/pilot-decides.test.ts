import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { NewPilot } from "#app/insights/pilot/start-pilot.server.ts";
import { endPilot } from "#app/insights/pilot/end-pilot.server.ts";
import { judgePilots } from "#app/insights/pilot/judge-pilots.server.ts";
import { promotePilot } from "#app/insights/pilot/promote-pilot.server.ts";
import { readPilotTallies } from "#app/insights/pilot/read-pilot-tallies.server.ts";
import { startPilot } from "#app/insights/pilot/start-pilot.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { requestReroute } from "#app/orders/request-reroute.server.ts";
import { routeDirtyOrders } from "#app/orders/route-dirty-orders.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import type { Decision } from "#app/routing/plan.ts";
import { drawShare } from "#app/rules/pilot/assign-arm.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RoutedShop } from "#test/orders/routed-shop.ts";
import { openRoutedShop } from "#test/orders/routed-shop.ts";
import { fixedClock } from "#test/builders/shop.ts";
import { beginDraft, onlyFrom } from "../begin-draft.ts";

const DENVER = "Denver Store";
const COLUMBUS = "Columbus Warehouse";
const lamp = "LMP-BLACK";
const DAY = 24 * 3_600_000;

let world: RoutedShop;
let maria: ShopContext;
beforeAll(async () => {
  world = await openRoutedShop();
  maria = { ...world.shop, actor: { role: "manager", name: "Maria" } };
});

async function begin(change: Partial<NewPilot> = {}): Promise<string> {
  const draftId = await beginDraft(maria, onlyFrom("warehouse"));
  const outcome = await startPilot(maria, {
    ...{ draftId, scope: null, storeIds: [], sharePercent: 50, measure: "cost" },
    ...{
      stopAbovePercent: 15,
      stopAfterOrders: 4,
      endsOn: new Date(Date.now() + DAY).toISOString().slice(0, 10),
    },
    ...change,
  });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.pilotId;
}

async function buy(count: number, sku = lamp): Promise<string[]> {
  await world.stock({ [sku]: { [DENVER]: 100, [COLUMBUS]: 100 } });
  const orderIds = Array.from({ length: count }, () =>
    world.buy({ lines: [{ sku, quantity: 1 }] }),
  );
  await world.mirror();
  const hints = orderIds.map((orderId) => ({ orderId, reason: "order placed" }));
  await inShop(world.shop, (tx) => noteOrdersChanged(tx, world.shop, hints));
  await routeDirtyOrders({ shopId: world.shop.shopId });
  return orderIds;
}

const armOf = (pilotId: string, orderId: string) =>
  drawShare(pilotId, orderId) < 0.5 ? "treatment" : "control";

const decisionsOf = (orderId: string) =>
  inShop(world.shop, (tx) =>
    tx.decision.findMany({ where: { orderId }, orderBy: { sequence: "asc" } }),
  );

/** Where the decision that stands sends an order. */
async function goesTo(orderId: string): Promise<string[]> {
  const plan = (await decisionsOf(orderId)).at(-1)!.plan as unknown as Decision;
  const names = Object.entries(world.locations);
  return plan.parcels.map((parcel) => names.find(([, id]) => id === parcel.locationId)![0]);
}

const readPilot = (pilotId: string) =>
  inShop(world.shop, (tx) => tx.pilot.findFirstOrThrow({ where: { pilotId } }));

test("treated orders go by the pilot's rules, control ones by the live rules, each for good", async () => {
  const pilotId = await begin();
  const orderIds = await buy(16);
  for (const orderId of orderIds) {
    const arm = armOf(pilotId, orderId);
    const [decision] = await decisionsOf(orderId);
    expect(decision).toMatchObject({ pilotId, arm });
    expect(await goesTo(orderId)).toEqual([arm === "treatment" ? COLUMBUS : DENVER]);
  }
  const arms = orderIds.map((orderId) => armOf(pilotId, orderId));
  expect(new Set(arms)).toEqual(new Set(["control", "treatment"]));

  const treated = orderIds[arms.indexOf("treatment")]!;
  await world.stock({ [lamp]: { [DENVER]: 100, "Reno Warehouse": 5 } });
  await requestReroute(maria, treated, "have another look");
  await routeDirtyOrders({ shopId: world.shop.shopId });
  const decisions = await decisionsOf(treated);
  expect(decisions.map(({ arm }) => arm)).toEqual(["treatment", "treatment"]);
  expect(await goesTo(treated)).toEqual(["Reno Warehouse"]);

  const { control, treatment } = await inShop(world.shop, (tx) =>
    readPilotTallies(tx, world.shop, pilotId),
  );
  expect(control.orders + treatment.orders).toBe(16);
  expect(treatment.orders).toBe(arms.filter((arm) => arm === "treatment").length);
  expect(treatment.cost.mean).toBeGreaterThan(control.cost.mean);
  await endPilot(maria, { pilotId, reason: "seen enough" });
});

test("orders outside the pilot's scope take no part", async () => {
  const pilotId = await begin({ scope: { countryCodes: ["CA"] } });
  const [orderId] = await buy(1);
  expect((await decisionsOf(orderId!))[0]).toMatchObject({ pilotId: null, arm: null });
  expect(await goesTo(orderId!)).toEqual([DENVER]);
  await endPilot(maria, { pilotId, reason: "" });
});

test("a pilot whose stores reject too much stops itself and says so; new orders go by the live rules", async () => {
  const pilotId = await begin({ sharePercent: 99, stopAfterOrders: 2 });
  const orderIds = (await buy(4)).filter((id) => drawShare(pilotId, id) < 0.99);
  await world.settle();
  await judgePilots({ shopId: world.shop.shopId });
  expect((await readPilot(pilotId)).status).toBe("running");
  for (const orderId of orderIds.slice(0, 2)) {
    const task = await inShop(world.shop, (tx) =>
      tx.pickTask.findFirstOrThrow({ where: { orderId, status: "offered" } }),
    );
    const clientActionId = `reject ${orderId}`;
    const request = { taskId: task.taskId, clientActionId, reasonCode: "not_found" };
    expect(await rejectTask(world.shop, request)).toMatchObject({ ok: true });
  }
  await world.settle();
  await judgePilots({ shopId: world.shop.shopId });
  await judgePilots({ shopId: world.shop.shopId });
  const pilot = await readPilot(pilotId);
  expect(pilot).toMatchObject({ status: "stopped", endedBy: "backroom" });
  expect(pilot.endReason).toBe(
    "Stores rejected 2 of 2 answered orders (100.0 %); the limit is 15 %.",
  );
  const raised = await inShop(world.shop, (tx) =>
    tx.exception.findMany({ where: { queue: "pilot_stopped" } }),
  );
  expect(raised.map(({ summary }) => summary)).toEqual([
    `The pilot “Try it” stopped itself. ${pilot.endReason}`,
  ]);
  const [after] = await buy(1);
  expect((await decisionsOf(after!))[0]).toMatchObject({ pilotId: null, arm: null });
  expect(await goesTo(after!)).toEqual([DENVER]);
});

test("a pilot ends with its time, to the minute tick, and decides nothing after", async () => {
  const pilotId = await begin();
  const { endsAt } = await readPilot(pilotId);
  await expect(begin({ endsOn: "2020-01-01" })).rejects.toThrow("ends_in_past");
  await judgePilots({ shopId: world.shop.shopId }, fixedClock(new Date(endsAt.getTime() - 1)));
  expect((await readPilot(pilotId)).status).toBe("running");
  await judgePilots({ shopId: world.shop.shopId }, fixedClock(endsAt));
  expect(await readPilot(pilotId)).toMatchObject({
    status: "ended",
    endReason: "Its time was over.",
  });
});

test("promoting publishes the rules that were tried, once, and only as they were tried", async () => {
  const pilotId = await begin();
  const { version } = (await inShop(maria, (tx) => readLiveRules(tx, maria)))!;
  expect(await promotePilot(maria, { pilotId, liveVersion: version - 1 })).toEqual({
    ok: false,
    because: "stale",
  });
  const outcome = await promotePilot(maria, { pilotId, liveVersion: version });
  expect(outcome).toEqual({ ok: true, pilotId, version: version + 1 });
  expect(await readPilot(pilotId)).toMatchObject({
    status: "promoted",
    publishedVersion: version + 1,
  });
  const live = (await inShop(maria, (tx) => readLiveRules(tx, maria)))!;
  expect(live.ruleset).toEqual(onlyFrom("warehouse"));
  expect(await promotePilot(maria, { pilotId, liveVersion: version + 1 })).toEqual({
    ok: false,
    because: "over",
  });
  const [orderId] = await buy(1, "LAN-AMBER");
  expect(await goesTo(orderId!)).toEqual([COLUMBUS]);
});

test("only one pilot runs, only managers start one, only in the shop it is of", async () => {
  const pilotId = await begin();
  await expect(begin()).rejects.toThrow("another_runs");
  const associate: ShopContext = { ...maria, actor: { role: "associate", name: "Ana" } };
  expect(await endPilot(associate, { pilotId, reason: "" })).toEqual({
    ok: false,
    because: "forbidden",
  });
  const stranger = { ...maria, shopId: "elsewhere.myshopify.com" };
  expect(await endPilot(stranger, { pilotId, reason: "" })).toEqual({
    ok: false,
    because: "not_found",
  });
  expect(await endPilot(maria, { pilotId, reason: "" })).toMatchObject({ ok: true });
  expect(await endPilot(maria, { pilotId, reason: "" })).toEqual({ ok: false, because: "over" });
});
