import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { completeTask } from "#app/picking/complete-task.server.ts";
import { packTask } from "#app/picking/pack-task.server.ts";
import { recallTasks } from "#app/picking/recall-tasks.server.ts";
import { releaseTask } from "#app/picking/release-task.server.ts";
import { resumeProgress } from "#app/picking/resume-progress.server.ts";
import { takeBackTask } from "#app/picking/take-back-task.server.ts";
import { offerTasks } from "#app/picking/offer-tasks.server.ts";
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

const jobsHere = async (kind: "settle-intent" | "route-orders") =>
  (await waitingJobs(kind)).filter((job) => job.shopId === shop.shopId);

test("a placed parcel becomes one task, however often the placing is repeated", async () => {
  expect(await inShop(shop, (tx) => offerTasks(tx, shop, [parcel()]))).toEqual([]);
  const { tasks, events } = await facts(shop);
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ status: "offered", units: 3, claim: 0, locationId: denver });
  expect(tasks[0]?.lines.map((line) => [line.sku, line.units])).toEqual([
    ["MUG", 2],
    ["LAMP", 1],
  ]);
  expect(events.map((event) => event.message)).toEqual(["Offered to Denver: 3 units."]);
});

test("of 20 people who accept at once exactly one gets the task", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Associate ${index}`);
  const outcomes = await Promise.all(names.map((name) => acceptTask(as(shop, name), { taskId })));
  const winner = names.filter((_, index) => outcomes[index]?.ok);
  expect(winner).toHaveLength(1);
  const losers = outcomes.filter((outcome) => !outcome.ok);
  for (const loser of losers) expect(loser).toMatchObject({ because: "taken", by: winner[0] });
  const { tasks, intents, events } = await facts(shop);
  expect(tasks[0]).toMatchObject({ status: "accepted", acceptedBy: winner[0], claim: 1 });
  expect(intents.map((intent) => intent.kind)).toEqual(["report_progress"]);
  expect(events.filter((event) => event.kind === "task_accepted")).toHaveLength(1);
  expect(await jobsHere("settle-intent")).toEqual([
    { shopId: shop.shopId, orderId: "1001", intentId: intents[0]?.intentId },
  ]);
});

test("the whole way to the carrier, every step twice, has every effect once", async () => {
  const twice = async <T extends { ok: boolean }>(act: () => Promise<T>) => {
    expect(await act()).toMatchObject({ ok: true, changed: true });
    const before = await facts(shop);
    expect(await act()).toMatchObject({ ok: true, changed: false });
    expect(await facts(shop)).toEqual(before);
  };
  const tracking = { trackingCompany: "UPS", trackingNumber: "1Z" };
  await twice(() => acceptTask(ana, { taskId }));
  await twice(() => packTask(ana, { taskId, claim: 1, ...tracking }));
  await twice(() => completeTask(ana, { taskId, claim: 1, handedTo: "the driver" }));
  const { tasks, intents, events } = await facts(shop);
  expect(tasks[0]).toMatchObject({ status: "completed", endedAt: testNow, ...tracking });
  expect(tasks[0]?.endedReason).toBe("Ana handed over the parcel to the driver");
  expect(intents.map((intent) => intent.kind).sort()).toEqual(["fulfil", "report_progress"]);
  expect(events.map((event) => event.message)).toEqual([
    "Offered to Denver: 3 units.",
    "Ana accepted 3 units.",
    "Ana packed the parcel, UPS 1Z.",
    "Ana handed over the parcel.",
  ]);
  expect(await acceptTask(as(shop, "Ben"), { taskId })).toMatchObject({ because: "moved" });
});

test("a pickup that is ready is announced to the customer, and handed over", async () => {
  const pickup = await offer(shop, { decisionId: "d2", deliveryMethod: "pickup" });
  await acceptTask(ana, { taskId: pickup });
  await packTask(ana, { taskId: pickup });
  const { intents, events } = await facts(shop);
  expect(intents.map((intent) => intent.key)).toContain(`ready:${pickup}`);
  expect(events.at(-1)?.message).toBe("Ana has the order ready for pickup.");
  expect(await completeTask(ana, { taskId: pickup, handedTo: "Mr Cole" })).toMatchObject({
    ok: true,
  });
});

test("taking over voids the colleague's claim", async () => {
  const first = await acceptTask(ana, { taskId });
  const ben = as(shop, "Ben");
  expect(await acceptTask(ben, { taskId, takeOver: true })).toMatchObject({ ok: true, claim: 2 });
  const claim = first.ok ? first.claim : -1;
  expect(await packTask(ana, { taskId, claim })).toMatchObject({ because: "taken", by: "Ben" });
  expect(await packTask(ben, { taskId, claim: 2 })).toMatchObject({ ok: true });
});

test("a task given back is open to everybody, and to Shopify", async () => {
  await acceptTask(ana, { taskId });
  expect(await releaseTask(ana, { taskId, claim: 1 })).toMatchObject({
    ok: true,
    status: "offered",
  });
  expect(await releaseTask(ana, { taskId, claim: 1 })).toMatchObject({ ok: true, changed: false });
  expect(await packTask(ana, { taskId, claim: 1 })).toMatchObject({ because: "taken", by: "" });
  expect(await acceptTask(as(shop, "Ben"), { taskId })).toMatchObject({ ok: true, claim: 3 });
  const { intents } = await facts(shop);
  expect(intents.map((intent) => intent.kind)).toContain("open_progress");
});

test("nobody sees or touches another store's task, or another shop's", async () => {
  const before = await facts(shop);
  const eve: ShopContext = {
    ...shop,
    actor: { role: "associate", name: "Eve", locationId: boulder },
  };
  const stranger = { ...as(shop, "Mo", "owner"), shopId: "other.myshopify.com" };
  for (const who of [eve, stranger]) {
    expect(await acceptTask(who, { taskId })).toEqual({ ok: false, because: "not_found" });
    expect(await releaseTask(who, { taskId })).toEqual({ ok: false, because: "not_found" });
    expect(await packTask(who, { taskId })).toEqual({ ok: false, because: "not_found" });
    expect(await completeTask(who, { taskId })).toEqual({ ok: false, because: "not_found" });
    expect(await takeBackTask(who, { taskId, reason: "x" })).toMatchObject({
      because: "not_found",
    });
  }
  expect(await takeBackTask(ana, { taskId, reason: "x" })).toMatchObject({ because: "not_found" });
  expect(await facts(shop)).toEqual(before);
});

test("a manager takes a task back: the store is out, the order is routed again, it is audited", async () => {
  await acceptTask(ana, { taskId });
  const maya = as(shop, "Maya", "manager");
  const reason = "flooded stockroom";
  expect(await takeBackTask(maya, { taskId, reason })).toMatchObject({ ok: true, changed: true });
  expect(await takeBackTask(maya, { taskId, reason })).toMatchObject({ ok: true, changed: false });
  const { order, exclusions, audit, tasks } = await facts(shop);
  expect(tasks[0]?.endedReason).toBe("Taken back by Maya: flooded stockroom");
  expect(order).toMatchObject({
    dirtyAt: testNow,
    dirtyReason: "taken back from Denver",
    reroutes: 1,
  });
  expect(exclusions).toMatchObject([{ orderId: "1001", locationId: denver, untilAt: null }]);
  expect(audit).toMatchObject([{ actor: "Maya", action: "task_taken_back" }]);
  expect(await jobsHere("route-orders")).toHaveLength(1);
  expect(await packTask(ana, { taskId })).toMatchObject({ because: "moved", status: "recalled" });
});

test("a new plan recalls every live task but those it keeps", async () => {
  const kept = await offer(shop, { decisionId: "d1", locationId: boulder });
  const recall = () =>
    inShop(shop, (tx) => recallTasks(tx, shop, "1001", [kept], "the order was planned anew"));
  expect(await recall()).toEqual([taskId]);
  expect(await recall()).toEqual([]);
  const { tasks, events } = await facts(shop);
  expect(tasks.map((task) => task.status).sort()).toEqual(["offered", "recalled"]);
  expect(events.at(-1)?.message).toBe("Taken back from Denver: the order was planned anew.");
});

test("after placing, progress is reported again for accepted parcels only, once", async () => {
  const other = await offer(shop, { locationId: boulder });
  await acceptTask(ana, { taskId });
  const settled = { status: "confirmed" };
  await inShop(shop, (tx) => tx.intent.updateMany({ data: settled }));
  const resume = () => inShop(shop, (tx) => resumeProgress(tx, shop, "1001"));
  await resume();
  await resume();
  const { intents } = await facts(shop);
  expect(intents.map((intent) => intent.key).sort()).toEqual([
    `progress:${taskId}:1`,
    `progress:${taskId}:2`,
  ]);
  expect(intents.some((intent) => intent.taskId === other)).toBe(false);
});
