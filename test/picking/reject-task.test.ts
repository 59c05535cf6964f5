import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { offerTasks } from "#app/picking/offer-tasks.server.ts";
import { packTask } from "#app/picking/pack-task.server.ts";
import type { RejectRequest } from "#app/picking/reject-task.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { testNow } from "#test/builders/shop.ts";
import { as, boulder, denver, facts, offer, parcel, shopWithOrder } from "./offered-order.ts";

let shop: ShopContext;
let taskId: string;
let ana: ShopContext;

beforeEach(async () => {
  shop = await shopWithOrder();
  taskId = await offer(shop);
  ana = as(shop, "Ana");
});

const reject = (change: Partial<RejectRequest> = {}, who = ana) =>
  rejectTask(who, { taskId, clientActionId: "press-1", reasonCode: "not_found", ...change });
const routings = async () =>
  (await waitingJobs("route-orders")).filter((job) => job.shopId === shop.shopId).length;
const setOrder = (data: { reroutes: number }) =>
  inShop(shop, (tx) => tx.order.updateMany({ data }));

test("a rejected task sends its order elsewhere, never back, and corrects the stock", async () => {
  expect(await reject({ note: "empty shelf" })).toMatchObject({ ok: true, status: "rejected" });
  const now = await facts(shop);
  expect(now.tasks[0]).toMatchObject({
    status: "rejected",
    units: 0,
    endedAt: testNow,
    endedReason: "Rejected by Ana: Cannot find any",
  });
  expect(now.tasks[0]?.lines.map((line) => [line.units, line.rejectedUnits])).toEqual([
    [0, 2],
    [0, 1],
  ]);
  expect(now.order).toMatchObject({
    dirtyAt: testNow,
    dirtyReason: "rejected by Denver",
    reroutes: 1,
  });
  expect(await routings()).toBe(1);
  expect(now.rejections.map((row) => [row.lineItemId, row.units, row.note])).toEqual([
    ["501", 2, "empty shelf"],
    ["502", 1, "empty shelf"],
  ]);
  expect(now.exclusions).toHaveLength(3);
  expect(now.exclusions).toContainEqual(
    expect.objectContaining({ orderId: "1001", locationId: denver, untilAt: null }),
  );
  expect(now.exclusions).toContainEqual(
    expect.objectContaining({
      inventoryItemId: "700",
      orderId: null,
      untilAt: new Date("2026-11-24T15:00:00Z"),
    }),
  );
  expect(now.intents.map((intent) => [intent.kind, intent.request])).toContainEqual([
    "correct_stock",
    { effect: "zero", inventoryItemId: "700", locationId: denver, lineItemId: "501", units: 2 },
  ]);
  expect(now.intents).toHaveLength(2);
  expect(now.events.at(-1)?.message).toBe(
    "Denver rejected 2 × Mug, 1 × Lamp: Cannot find any (empty shelf).",
  );
  expect(now.exceptions).toEqual([]);
});

test("the same press of the button again changes nothing, whole or in part", async () => {
  const part = { lines: [{ lineItemId: "501", units: 1 }] };
  expect(await reject(part)).toMatchObject({ ok: true, changed: true });
  const partly = await facts(shop);
  expect(await reject(part)).toMatchObject({ ok: true, changed: false });
  expect(await facts(shop)).toEqual(partly);
  expect(await reject({ clientActionId: "press-2" })).toMatchObject({ changed: true });
  const wholly = await facts(shop);
  expect(await reject({ clientActionId: "press-2" })).toMatchObject({ changed: false });
  expect(await reject({ clientActionId: "press-3" })).toMatchObject({ changed: false });
  expect(await facts(shop)).toEqual(wholly);
});

test("rejecting part of an offered task accepts the rest", async () => {
  const outcome = await reject({ lines: [{ lineItemId: "501", units: 1 }], reasonCode: "damaged" });
  expect(outcome).toEqual({ ok: true, changed: true, status: "accepted", claim: 1 });
  const { tasks, intents, order } = await facts(shop);
  expect(tasks[0]).toMatchObject({ status: "accepted", acceptedBy: "Ana", units: 2 });
  expect(tasks[0]?.lines.map((line) => [line.units, line.rejectedUnits])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(intents.map((intent) => intent.kind).sort()).toEqual(["correct_stock", "report_progress"]);
  expect(order.dirtyReason).toBe("rejected by Denver");
});

test("a line rejected in two steps adds up, and the second step is a second correction", async () => {
  const one = { lines: [{ lineItemId: "501", units: 1 }], reasonCode: "too_few" };
  await reject(one);
  await reject({ ...one, clientActionId: "press-2" });
  const { tasks, rejections, intents, exclusions } = await facts(shop);
  expect(tasks[0]).toMatchObject({ status: "accepted", units: 1 });
  expect(rejections).toMatchObject([{ lineItemId: "501", units: 2 }]);
  expect(intents.filter((intent) => intent.kind === "correct_stock")).toHaveLength(2);
  expect(exclusions.filter((exclusion) => exclusion.orderId !== null)).toHaveLength(1);
});

test("stock we held for rejected units is let go", async () => {
  const { shopId } = shop;
  const hold = { shopId, orderId: "1001", decisionId: "d1", createdAt: testNow };
  await inShop(shop, (tx) =>
    tx.reservation.createMany({
      data: [
        { ...hold, lineItemId: "501", inventoryItemId: "700", locationId: denver, units: 2 },
        { ...hold, lineItemId: "502", inventoryItemId: "701", locationId: denver, units: 1 },
        { ...hold, lineItemId: "502", inventoryItemId: "701", locationId: boulder, units: 1 },
      ],
    }),
  );
  await reject({
    lines: [
      { lineItemId: "501", units: 1 },
      { lineItemId: "502", units: 1 },
    ],
  });
  const { reservations } = await facts(shop);
  expect(
    reservations.map((row) => [row.lineItemId, row.locationId, row.units, row.status]),
  ).toEqual(
    expect.arrayContaining([
      ["501", denver, 1, "active"],
      ["502", denver, 1, "released"],
      ["502", boulder, 1, "active"],
    ]),
  );
});

test("a failed pickup lands with a person and is not routed", async () => {
  const pickup = await offer(shop, { decisionId: "d2", deliveryMethod: "pickup" });
  await acceptTask(ana, { taskId: pickup });
  await reject({ taskId: pickup });
  const { order, exceptions, intents } = await facts(shop);
  expect(order).toMatchObject({ dirtyAt: null, reroutes: 0, status: "exception" });
  expect(await routings()).toBe(0);
  expect(exceptions).toMatchObject([
    {
      queue: "pickup_failed",
      orderId: "1001",
      locationId: denver,
      summary: "#1001: Denver rejected 2 × Mug, 1 × Lamp (Cannot find any).",
    },
  ]);
  expect(intents.map((intent) => intent.kind)).toContain("open_progress");
});

test("an order rejected more often than the shop allows lands with a person", async () => {
  await setOrder({ reroutes: 3 });
  await reject();
  const { order, exceptions } = await facts(shop);
  expect(order).toMatchObject({ dirtyAt: null, reroutes: 3 });
  expect(exceptions).toMatchObject([{ queue: "rejected_too_often", status: "open" }]);
  expect(await routings()).toBe(0);
});

test("what the form gets wrong is said at its field, and nothing happens", async () => {
  const before = await facts(shop);
  expect(await reject({ reasonCode: "because" })).toMatchObject({ field: "reasonCode" });
  const tooMany = { lines: [{ lineItemId: "501", units: 3 }] };
  expect(await reject(tooMany)).toMatchObject({ because: "invalid", field: "lines" });
  expect(await facts(shop)).toEqual(before);
});

test("a colleague cannot reject what Ana holds", async () => {
  await acceptTask(ana, { taskId });
  expect(await reject({}, as(shop, "Ben"))).toMatchObject({ because: "taken", by: "Ana" });
  expect(await reject({ claim: 0 })).toMatchObject({ because: "taken" });
  expect(await reject({ claim: 1 })).toMatchObject({ ok: true });
});

test("20 accepts racing 20 rejects leave one consistent story", async () => {
  const races = Array.from({ length: 20 }, (_, index) => [
    acceptTask(as(shop, `Associate ${index}`), { taskId }),
    reject({ clientActionId: `press-${index}`, claim: 0 }, as(shop, `Rejecter ${index}`)),
  ]).flat();
  const outcomes = await Promise.all(races);
  expect(outcomes.filter((outcome) => outcome.ok && outcome.changed)).toHaveLength(1);
  const { tasks, order, rejections, intents } = await facts(shop);
  const wasAccepted = tasks[0]?.status === "accepted";
  expect(tasks[0]?.units).toBe(wasAccepted ? 3 : 0);
  expect(order.reroutes).toBe(wasAccepted ? 0 : 1);
  expect(rejections).toHaveLength(wasAccepted ? 0 : 2);
  expect(intents.map((intent) => intent.kind)).toEqual(
    wasAccepted ? ["report_progress"] : ["correct_stock", "correct_stock"],
  );
});

test("20 partial rejections of a line with 2 units take out exactly 2", async () => {
  await acceptTask(ana, { taskId });
  const one = { lines: [{ lineItemId: "501", units: 1 }], claim: 1 };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => reject({ ...one, clientActionId: `press-${index}` })),
  );
  expect(outcomes.filter((outcome) => outcome.ok && outcome.changed)).toHaveLength(2);
  const { tasks, rejections } = await facts(shop);
  expect(tasks[0]).toMatchObject({ units: 1, status: "accepted" });
  expect(rejections).toMatchObject([{ units: 2 }]);
});

test("a packed parcel found broken can still be rejected, and then not packed again", async () => {
  await acceptTask(ana, { taskId });
  await packTask(ana, { taskId });
  expect(await reject({ reasonCode: "damaged" })).toMatchObject({ ok: true, status: "rejected" });
  expect(await packTask(ana, { taskId })).toMatchObject({ because: "moved", status: "rejected" });
});

test("what a store rejected is not offered to it again by a repeated placing", async () => {
  await reject();
  expect(await inShop(shop, (tx) => offerTasks(tx, shop, [parcel()]))).toEqual([]);
});

test("a custom line, which no catalogue knows, is rejected without touching any stock", async () => {
  const custom = { lineItemId: "503", inventoryItemId: "", sku: "", imageUrl: null };
  const lines = [{ ...custom, title: "Gift wrap", units: 1 }];
  const wrap = await offer(shop, { decisionId: "d3", lines });
  expect(await reject({ taskId: wrap })).toMatchObject({ ok: true, status: "rejected" });
  const { intents, exclusions } = await facts(shop);
  expect(intents).toEqual([]);
  expect(exclusions).toMatchObject([{ orderId: "1001", inventoryItemId: null }]);
});
