import "#test/setup/database.ts";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { inShop } from "#app/db.server.ts";
import { closeWindows } from "#app/orders/close-windows.server.ts";
import { reconsiderOrders } from "#app/orders/reconsider-orders.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { startLookAheadJobs } from "#app/queue/start-look-ahead-jobs.server.ts";
import type { Decision } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
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
const socks = "SCK-M";

async function set(data: Prisma.ShopUpdateInput): Promise<void> {
  const { shopId } = world.shop;
  await inShop(world.shop, (tx) => tx.shop.update({ where: { shopId }, data }));
}

afterEach(async () => {
  await set({ coolOffMinutes: 0, reconsiderUnaccepted: false, opportunityCost: false });
});

async function buy(quantity = 1): Promise<string> {
  const orderId = world.buy({ lines: [{ sku: socks, quantity }] });
  await world.mirror();
  await world.hear(orderId);
  return orderId;
}

const inMinutes = (minutes: number) => ({ now: () => new Date(Date.now() + minutes * 60_000) });

async function latestDecision(orderId: string) {
  return inShop(world.shop, (tx) =>
    tx.decision.findFirstOrThrow({ where: { orderId }, orderBy: { sequence: "desc" } }),
  );
}

/** No cutoff and no midnight lies ahead, whatever the time of day this runs at. */
async function makeItNoon(): Promise<void> {
  const ahead = 12 - new Date().getUTCHours();
  const timeZone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  await inShop(world.shop, (tx) =>
    tx.location.updateMany({ data: { timeZone, cutoff: "", cutoffs: {}, openingHours: [] } }),
  );
}

describe("a cool-off window", () => {
  test("keeps orders together until its end, then decides each with its own snapshot", async () => {
    await set({ coolOffMinutes: 30 });
    await makeItNoon();
    await world.stock({ [socks]: { [DENVER]: 1, [CHICAGO]: 5 } });
    const first = await buy();
    const second = await buy();
    for (const orderId of [first, second]) {
      const { status, decisions, timeline } = await rememberOrder(world, orderId);
      expect({ status, decisions }).toEqual({ status: "new", decisions: [] });
      expect(timeline).toEqual(["received", "changed"]);
    }
    const { shopId } = world.shop;
    await world.hear(first, "order updated");
    expect((await rememberOrder(world, first)).timeline).toEqual(["received", "changed"]);
    await closeWindows({ shopId });
    await world.settle();
    expect((await rememberOrder(world, first)).decisions).toEqual([]);
    await inShop(world.shop, (tx) =>
      tx.order.updateMany({
        where: { decideAfter: { not: null } },
        data: { decideAfter: new Date() },
      }),
    );
    await closeWindows({ shopId });
    await world.settle();
    for (const orderId of [first, second]) {
      const { status, decisions } = await rememberOrder(world, orderId);
      expect({ status, decisions }).toEqual({
        status: "placed",
        decisions: ["planned: order placed, with another"],
      });
      const { snapshot, plan, networkHash } = await latestDecision(orderId);
      const { network } = await inShop(world.shop, (tx) =>
        tx.networkVersion.findFirstOrThrow({ where: { hash: networkHash } }),
      );
      const frozen = {
        ...(snapshot as unknown as Snapshot),
        network: network as unknown as Network,
      };
      expect(JSON.parse(JSON.stringify(routeOrder(frozen)))).toEqual(plan);
    }
    expect([world.whereIs(first), world.whereIs(second)].flat().sort()).toEqual([
      `${CHICAGO} x1`,
      `${DENVER} x1`,
    ]);
  });

  test("is closed by the clock when its own job was lost", async () => {
    await set({ coolOffMinutes: 30 });
    await makeItNoon();
    await world.stock({ [socks]: { [DENVER]: 5 } });
    const orderId = await buy();
    const { shopId } = world.shop;
    const before = (await waitingJobs("close-windows")).length;
    const tick = (minutes: number) =>
      inShop(world.shop, (tx) => startLookAheadJobs(tx, shopId, inMinutes(minutes).now()));
    await tick(1);
    expect((await waitingJobs("close-windows")).length).toBe(before);
    await tick(31);
    expect((await waitingJobs("close-windows")).length).toBe(before + 1);
    await closeWindows({ shopId }, inMinutes(31));
    const order = await inShop(world.shop, (tx) => tx.order.findFirst({ where: { orderId } }));
    expect(order?.dirtyAt).not.toBeNull();
  });
});

describe("second thoughts", () => {
  /** An order in Chicago; then Denver gets stock, which is nearer to its customer. */
  async function orderInChicago(): Promise<string> {
    await world.stock({ [socks]: { [CHICAGO]: 5 } });
    const orderId = await buy();
    expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
    await world.stock({ [socks]: { [CHICAGO]: 4, [DENVER]: 5 } });
    return orderId;
  }

  async function reconsider(): Promise<void> {
    await reconsiderOrders({ shopId: world.shop.shopId });
    await world.settle();
  }

  test("move an order that no store has accepted, once, and say what that saves", async () => {
    await set({ reconsiderUnaccepted: true, leastSaving: "0.1000" });
    const orderId = await orderInChicago();
    await reconsider();
    expect(world.whereIs(orderId)).toEqual([`${DENVER} x1`]);
    const { saving, trigger, plan } = await latestDecision(orderId);
    expect(saving?.toNumber()).toBeGreaterThanOrEqual(0.1);
    expect(trigger).toMatch(/^a better plan before anyone accepted: saves \$\d+\.\d\d$/);
    expect((plan as unknown as Decision).outcome).toBe("planned");
    const { tasks, decisions } = await rememberOrder(world, orderId);
    expect([...tasks].sort()).toEqual([`${CHICAGO} recalled x1`, `${DENVER} offered x1`]);
    await reconsider();
    expect((await rememberOrder(world, orderId)).decisions).toEqual(decisions);
  });

  test("leave alone what a store accepted, what saves too little, and what moved often enough", async () => {
    await set({ reconsiderUnaccepted: true, leastSaving: "0.1000" });
    const accepted = await orderInChicago();
    const task = await inShop(world.shop, (tx) =>
      tx.pickTask.findFirstOrThrow({ where: { orderId: accepted } }),
    );
    await acceptTask(world.shop, { taskId: task.taskId, claim: task.claim });
    const small = await orderInChicago();
    await set({ leastSaving: "500.0000" });
    await reconsider();
    await set({ leastSaving: "0.1000", mostPlanChanges: 0 });
    await reconsider();
    for (const orderId of [accepted, small]) {
      expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
      expect((await rememberOrder(world, orderId)).decisions).toHaveLength(1);
    }
    await set({ mostPlanChanges: 2, reconsiderUnaccepted: false });
    await reconsider();
    expect(world.whereIs(small)).toEqual([`${CHICAGO} x1`]);
  });
});

describe("opportunity costs", () => {
  async function price(location: string, cost: string): Promise<void> {
    const { shopId } = world.shop;
    await inShop(world.shop, async (tx) => {
      const { inventoryItemId } = await tx.item.findFirstOrThrow({ where: { sku: socks } });
      const key = { shopId, inventoryItemId, locationId: world.locations[location]! };
      const figures = { cost, scarcity: cost, agedCredit: "0", unitsPerDay: "1", basis: "sales" };
      const row = { ...figures, daysOfCover: 3, ageDays: 10, computedAt: new Date() };
      await tx.opportunityCost.upsert({
        where: { shopId_inventoryItemId_locationId: key },
        create: { ...key, ...row },
        update: row,
      });
    });
  }

  const costsSeen = async (orderId: string) => {
    const { snapshot } = await latestDecision(orderId);
    const { stock } = snapshot as unknown as Snapshot;
    return Object.fromEntries(
      stock.map((row) => [
        Object.entries(world.locations).find(([, id]) => id === row.locationId)![0],
        [row.opportunityCost, row.ageDays, row.daysOfCover],
      ]),
    );
  };

  test("weigh on decisions where the shop wants it, and nowhere else", async () => {
    await price(DENVER, "30.0000");
    await world.stock({ [socks]: { [DENVER]: 1, [BOULDER]: 5 } });
    const off = await buy();
    expect((await costsSeen(off))[DENVER]).toEqual(["0.0000", 10, 3]);
    await set({ opportunityCost: true });
    await world.stock({ [socks]: { [DENVER]: 1, [BOULDER]: 5 } });
    const on = await buy();
    expect((await costsSeen(on))[DENVER]).toEqual(["30.0000", 10, 3]);
    expect(world.whereIs(on)).toEqual([`${BOULDER} x1`]);
  });

  test("never keep the last unit from a customer", async () => {
    await price(DENVER, "400.0000");
    await set({ opportunityCost: true });
    await world.stock({ [socks]: { [DENVER]: 1 } });
    const orderId = await buy();
    expect(world.whereIs(orderId)).toEqual([`${DENVER} x1`]);
  });
});
