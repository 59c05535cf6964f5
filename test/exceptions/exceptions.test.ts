import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { markKnown } from "#app/exceptions/mark-known.server.ts";
import { queueNames, queues } from "#app/exceptions/queues.ts";
import { raiseDeadJob } from "#app/exceptions/raise-dead-job.server.ts";
import type { NewException } from "#app/exceptions/raise-exception.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { resolveException } from "#app/exceptions/resolve-exception.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import { wakeExceptions } from "#app/exceptions/wake-exceptions.server.ts";
import type { Role, ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { fixedClock, installedShop, testNow } from "#test/builders/shop.ts";

let shop: ShopContext;
let shopNumber = 0;

beforeEach(async () => {
  shop = await installedShop(`exceptions-${++shopNumber}.myshopify.com`);
});

const noFit: NewException = {
  queue: "no_location_fits",
  key: "no_location_fits:1001",
  orderId: "1001",
  summary: "No location has 2 of MUG.",
  evidence: { missing: { MUG: 2 } },
  wakeOn: ["stock_changed:77", "rule_published"],
};

const raise = (...exceptions: NewException[]) =>
  inShop(shop, (tx) => raiseExceptions(tx, shop, exceptions));
const all = () => inShop(shop, (tx) => tx.exception.findMany({ orderBy: { key: "asc" } }));
const timeline = () =>
  inShop(shop, (tx) => tx.orderEvent.findMany({ orderBy: { eventId: "asc" } }));
const as = (role: Role, locationId?: string): ShopContext => ({
  ...shop,
  actor: { role, name: "Maya", ...(locationId ? { locationId } : {}) },
});

async function onlyOne() {
  const rows = await all();
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

test("an exception opens with its queue's actions, deadline and a line on the timeline", async () => {
  expect(await raise(noFit)).toBe(1);
  const row = await onlyOne();
  expect(row).toMatchObject({
    status: "open",
    orderId: "1001",
    locationId: null,
    actions: ["route_again", "send_to", "mark_known"],
    wakeOn: noFit.wakeOn,
    evidence: { missing: { MUG: 2 } },
    createdAt: testNow,
    dueAt: new Date("2026-11-21T19:00:00Z"),
  });
  expect(await timeline()).toMatchObject([
    { kind: "exception_raised", orderId: "1001", message: noFit.summary },
  ]);
});

test("the same cause raised again renews the open one and tells nobody twice", async () => {
  await raise(noFit);
  const later = { ...shop, clock: fixedClock(new Date("2026-11-21T16:00:00Z")) };
  const renewed = { ...noFit, summary: "No location has 1 of MUG.", wakeOn: ["rule_published"] };
  expect(await inShop(later, (tx) => raiseExceptions(tx, later, [renewed, renewed]))).toBe(0);
  expect(await onlyOne()).toMatchObject({
    summary: "No location has 1 of MUG.",
    wakeOn: ["rule_published"],
    createdAt: testNow,
  });
  expect(await timeline()).toHaveLength(1);
});

test("20 racing raises of one cause open one exception", async () => {
  const raised = await Promise.all(Array.from({ length: 20 }, () => raise(noFit)));
  expect(raised.reduce((sum, one) => sum + one, 0)).toBe(1);
  await onlyOne();
});

test("a resolved cause may return as a new exception", async () => {
  await raise(noFit);
  const settle = () =>
    inShop(shop, (tx) => resolveExceptions(tx, shop, { orderIds: ["1001"] }, "Stock arrived."));
  expect([await settle(), await settle()]).toEqual([1, 0]);
  expect(await raise(noFit)).toBe(1);
  expect((await all()).map((row) => row.status).sort()).toEqual(["open", "resolved"]);
  expect((await timeline()).map((row) => row.kind)).toEqual([
    "exception_raised",
    "exception_resolved",
    "exception_raised",
  ]);
});

test("resolving by queue leaves the order's other queues open", async () => {
  await raise(noFit, { ...noFit, queue: "late_pick", key: "late_pick:5" });
  await inShop(shop, (tx) =>
    resolveExceptions(tx, shop, { orderIds: ["1001"], queues: ["late_pick"] }, "Packed."),
  );
  expect((await all()).map((row) => [row.key, row.status])).toEqual([
    ["late_pick:5", "resolved"],
    ["no_location_fits:1001", "open"],
  ]);
});

test("a person resolves once, with an audit entry; a repeat changes nothing", async () => {
  await raise(noFit);
  const { exceptionId } = await onlyOne();
  const maya = as("manager");
  expect(await resolveException(maya, exceptionId, "Called them")).toEqual({
    ok: true,
    changed: true,
  });
  expect(await resolveException(maya, exceptionId, "again")).toEqual({ ok: true, changed: false });
  expect(await onlyOne()).toMatchObject({ resolvedBy: "Maya", note: "Called them" });
  const audit = await inShop(shop, (tx) => tx.auditEntry.findMany());
  expect(audit).toMatchObject([{ actor: "Maya", action: "exception_resolved" }]);
});

test("nobody resolves what is unknown, another location's, or another shop's", async () => {
  await raise({ ...noFit, locationId: "10" });
  const { exceptionId } = await onlyOne();
  const elsewhere = { ...as("owner"), shopId: "other.myshopify.com" };
  const refused = { ok: false, because: "not_found" };
  expect(await resolveException(as("manager"), "no-such-id", "")).toEqual(refused);
  expect(await resolveException(as("store_manager", "11"), exceptionId, "")).toEqual(refused);
  expect(await resolveException(as("associate", "10"), exceptionId, "")).toEqual(refused);
  expect(await resolveException(elsewhere, exceptionId, "")).toEqual(refused);
  expect(await resolveException(as("store_manager", "10"), exceptionId, "")).toMatchObject({
    ok: true,
  });
});

test("marking as known names who is on it and leaves it open", async () => {
  await raise(noFit);
  const { exceptionId } = await onlyOne();
  expect(await markKnown(as("associate", "10"), [exceptionId])).toEqual({ changed: 0 });
  expect(await markKnown(as("manager"), [exceptionId], "on it")).toEqual({ changed: 1 });
  expect(await markKnown(as("manager"), [exceptionId, "no-such-id"])).toEqual({ changed: 0 });
  expect(await onlyOne()).toMatchObject({ status: "open", assignee: "Maya", note: "on it" });
});

test("an event wakes exactly the orders that wait for it", async () => {
  await inShop(shop, (tx) =>
    tx.order.createMany({
      data: [
        { shopId: shop.shopId, orderId: "1001", status: "exception" },
        { shopId: shop.shopId, orderId: "1002", status: "exception" },
        { shopId: shop.shopId, orderId: "1003", status: "cancelled" },
      ],
    }),
  );
  await raise(
    noFit,
    { ...noFit, key: "b", orderId: "1002", wakeOn: ["stock_changed:78"] },
    { ...noFit, key: "c", orderId: "1003" },
  );
  const wake = (event: string) =>
    wakeExceptions({ shopId: shop.shopId, events: [event] }, shop.clock);
  await wake("stock_changed:1");
  expect((await waitingJobs("route-orders")).filter((job) => job.shopId === shop.shopId)).toEqual(
    [],
  );
  await wake("stock_changed:77");
  const orders = await inShop(shop, (tx) => tx.order.findMany({ orderBy: { orderId: "asc" } }));
  expect(orders.map((order) => [order.dirtyAt, order.dirtyReason])).toEqual([
    [testNow, "stock arrived"],
    [null, ""],
    [null, ""],
  ]);
  const jobs = (await waitingJobs("route-orders")).filter((job) => job.shopId === shop.shopId);
  expect(jobs).toHaveLength(1);
});

test("work that failed for good becomes one exception, however often it dies", async () => {
  const payload = { shopId: shop.shopId, orderId: "1001" };
  const job = { kind: "place-order", payload, error: "boom" };
  await raiseDeadJob(job);
  await raiseDeadJob(job);
  await raiseDeadJob({ kind: "tick", payload: { shopId: "" }, error: "boom" });
  expect(await onlyOne()).toMatchObject({
    queue: "dead_letter",
    orderId: "1001",
    evidence: { kind: "place-order", payload, error: "boom" },
  });
});

test("every queue explains itself and offers at least one action", () => {
  for (const name of queueNames) {
    const meaning = queues[name];
    for (const words of [meaning.label, meaning.explanation, meaning.recommended]) {
      expect(words.length, name).toBeGreaterThan(8);
    }
    expect(meaning.actions, name).not.toHaveLength(0);
    expect(meaning.dueInHours, name).toBeGreaterThan(0);
  }
});
