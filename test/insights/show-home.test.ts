import "#test/setup/database.ts";
import { describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { showHome } from "#app/insights/show-home.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { fixedClock, installedShop, shopContext } from "#test/builders/shop.ts";

const minute = 60_000;

function ago(shop: ShopContext, minutes: number): Date {
  return new Date(shop.clock.now().getTime() - minutes * minute);
}

describe("what needs a person", () => {
  it("is nothing in a fresh shop, which gets its setup guide instead", async () => {
    const shop = await installedShop("fresh.myshopify.com");
    const home = await showHome(shop);
    expect(home.attention).toEqual({ queues: [], lateTasks: 0, heldOrders: 0 });
    expect(home.setup?.map(({ id, done }) => [id, done])).toEqual([
      ["import", true],
      ["rules", false],
      ["first_order", false],
      ["device", false],
    ]);
    expect(home.today).toMatchObject({ decided: 0, medianSeconds: null, costPerOrder: null });
  });

  it("can be read while the install still runs, and says that the import is to come", async () => {
    const home = await showHome(shopContext("installing.myshopify.com"));
    expect(home.health.firstSync).toBe("not_started");
    expect(home.setup?.every(({ done }) => !done)).toBe(true);
  });

  it("counts open exceptions by queue, the most pressing queue first", async () => {
    const shop = await installedShop("queues.myshopify.com");
    const { shopId } = shop;
    const exception = (key: string, queue: string, minutes: number, status = "open") => ({
      ...{ shopId, queue, key, status, summary: key, createdAt: ago(shop, minutes) },
      dueAt: ago(shop, minutes - 60),
    });
    await inShop(shop, async (tx) => {
      await tx.exception.createMany({
        data: [
          exception("a", "sync_drift", 5),
          exception("b", "no_location_fits", 90),
          exception("c", "no_location_fits", 10),
          exception("d", "no_location_fits", 99, "resolved"),
        ],
      });
      const task = { shopId, orderId: "1", decisionId: "d", locationId: "1", orderName: "#1" };
      const due = { units: 1, createdAt: ago(shop, 90), deadlineAt: ago(shop, 1) };
      await tx.pickTask.createMany({
        data: [
          { ...task, ...due, taskId: "late" },
          { ...task, ...due, taskId: "packed", status: "packed" },
          { ...task, ...due, taskId: "in time", deadlineAt: ago(shop, -1) },
        ],
      });
    });
    const { attention } = await showHome(shop);
    expect(attention.queues).toMatchObject([
      { queue: "no_location_fits", count: 2, overdue: 1 },
      { queue: "sync_drift", count: 1, overdue: 0 },
    ]);
    expect(attention.queues[0]?.oldestAt).toBe(ago(shop, 90).toISOString());
    expect(attention.lateTasks).toBe(1);
  });
});

describe("today's numbers", () => {
  it("count orders first decided since the shop's own midnight, as their plans stand", async () => {
    const installed = await installedShop("today.myshopify.com");
    const { shopId } = installed;
    await inShop(installed, (tx) =>
      tx.shop.update({ where: { shopId }, data: { timeZone: "America/Denver" } }),
    );
    await storeLocations(installed);
    // Midnight in Denver is 07:00 UTC.
    const clock = fixedClock(new Date("2026-11-21T06:59:00Z"));
    const shop = { ...installed, clock };
    const whole = { stock: [["1", "A", 9] as const], lines: [["A", 1] as const] };
    await storeDecidedOrder(shop, "before", whole);
    clock.set(new Date("2026-11-21T15:00:00Z"));
    await storeDecidedOrder(shop, "whole", whole);
    await storeDecidedOrder(shop, "split", {
      stock: [
        ["1", "A", 1],
        ["3", "B", 1],
      ],
      lines: [
        ["A", 1],
        ["B", 1],
      ],
    });
    await storeDecidedOrder(shop, "none", { stock: [], lines: [["A", 1]] });
    await inShop(shop, async (tx) => {
      const at = clock.now();
      const event = { shopId, at, kind: "override", message: "Sent to Denver" };
      await tx.orderEvent.createMany({
        data: [
          { ...event, orderId: "split", actor: "Ana" },
          { ...event, orderId: "whole", actor: "backroom", kind: "exception_resolved" },
        ],
      });
      await tx.exception.create({
        data: {
          ...{ shopId, queue: "no_location_fits", key: "k", orderId: "none", summary: "None" },
          createdAt: at,
        },
      });
    });
    const { today } = await showHome(shop);
    expect(today).toMatchObject({ decided: 3, routed: 2, whole: 1, split: 1, untouched: 1 });
    // Taken in 4 seconds before: see the builder.
    expect(today.medianSeconds).toBe(4);
    // 6.75 from Denver; 6.75 from Denver + 11.00 from Ohio + 2.00 for the split; over two orders.
    expect(today.costPerOrder).toBe("13.2500");
  });

  it("set rejected tasks against those answered today, a partly rejected one counted once", async () => {
    const shop = await installedShop("rejections.myshopify.com");
    const { shopId } = shop;
    const task = { shopId, orderId: "1", decisionId: "d", locationId: "1", orderName: "#1" };
    const at = shop.clock.now();
    await inShop(shop, async (tx) => {
      await tx.pickTask.createMany({
        data: ["a", "b", "c", "waiting"].map((taskId) => ({
          ...{ ...task, taskId, units: 1, deadlineAt: at, createdAt: at },
          acceptedAt: taskId === "waiting" || taskId === "c" ? null : at,
        })),
      });
      const rejection = { shopId, orderId: "1", locationId: "1", inventoryItemId: "i", at };
      await tx.rejection.createMany({
        data: [
          { ...rejection, taskId: "b", lineItemId: "1" },
          { ...rejection, taskId: "b", lineItemId: "2" },
          { ...rejection, taskId: "c", lineItemId: "1" },
        ].map((row) => ({ ...row, units: 1, reasonCode: "missing", actor: "Ana" })),
      });
    });
    const { today } = await showHome(shop);
    expect(today).toMatchObject({ answeredTasks: 3, rejectedTasks: 2 });
  });
});

describe("the state of the synchronisation", () => {
  it("shows the last message, the oldest that waits, changes under way and the last checks", async () => {
    const shop = await installedShop("health.myshopify.com");
    const { shopId } = shop;
    const message = (webhookId: string, status: string, minutes: number) => ({
      ...{ shopId, webhookId, status, topic: "orders/create", body: "{}" },
      receivedAt: ago(shop, minutes),
    });
    await inShop(shop, async (tx) => {
      await tx.inboxEvent.createMany({
        data: [message("1", "done", 1), message("2", "pending", 7), message("3", "failed", 3)],
      });
      await tx.intent.createMany({
        data: [
          { shopId, orderId: "1", kind: "place_order", key: "a", createdAt: ago(shop, 2) },
          {
            ...{ shopId, orderId: "1", kind: "place_order", key: "b", status: "confirmed" },
            createdAt: ago(shop, 9),
          },
        ],
      });
      const run = { shopId, kind: "stock_audit", status: "done", startedAt: ago(shop, 60) };
      await tx.syncRun.createMany({
        data: [
          { ...run, finishedAt: ago(shop, 50), seen: 12_000, drifted: 3 },
          { ...run, startedAt: ago(shop, 5), status: "running" },
        ],
      });
    });
    const { health } = await showHome(shop);
    expect(health).toMatchObject({
      lastWebhookAt: ago(shop, 1).toISOString(),
      waitingWebhooks: 2,
      oldestWaitingWebhookAt: ago(shop, 7).toISOString(),
      waitingChanges: 1,
      oldestWaitingChangeAt: ago(shop, 2).toISOString(),
      lastStockAudit: { at: ago(shop, 50).toISOString(), seen: 12_000, drifted: 3 },
      lastOrderCheck: null,
      deadLetters: 0,
    });
  });
});
