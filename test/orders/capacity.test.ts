import "#test/setup/database.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { readWorkToday } from "#app/locations/read-work-today.server.ts";
import { decideOrders } from "#app/orders/decide-orders.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { pickDirtyOrders } from "#app/orders/pick-dirty-orders.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
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
const lamp = "LMP-BLACK";
const socks = "SCK-M";

type Limits = Partial<Record<"ordersPerDay" | "unitsPerDay" | "minutesPerDay", number>> & {
  minutesPerOrder?: number;
  minutesPerUnit?: number;
};

/** Denver's limits from now on, as if nothing had been given to it today. */
async function limitDenver(limits: Limits): Promise<void> {
  await inShop(world.shop, async (tx) => {
    await tx.decision.updateMany({ data: { createdAt: new Date("2020-01-01") } });
    await tx.exception.updateMany({ data: { wakeOn: [] } });
    await tx.location.updateMany({
      where: { name: DENVER },
      data: { ordersPerDay: null, unitsPerDay: null, minutesPerDay: null, ...limits },
    });
  });
}

async function usedAtDenver(): Promise<{ parcels: number; units: number }> {
  const rows = await inShop(world.shop, async (tx) => {
    const denver = await tx.location.findFirstOrThrow({ where: { name: DENVER } });
    return readWorkToday(tx, world.shop, [denver]);
  });
  const sum = { parcels: 0, units: 0 };
  for (const { parcels, units } of rows) {
    sum.parcels += parcels;
    sum.units += units;
  }
  return sum;
}

async function buy(quantity: number, sku = socks): Promise<string> {
  const orderId = world.buy({ lines: [{ sku, quantity }] });
  await world.mirror();
  await world.hear(orderId);
  return orderId;
}

async function taskAt(orderId: string, name: string) {
  const locationId = world.locations[name]!;
  const task = await inShop(world.shop, (tx) =>
    tx.pickTask.findFirstOrThrow({ where: { orderId, locationId } }),
  );
  const actor = { role: "associate", name: "Ana", locationId } as const;
  return { taskId: task.taskId, ana: { ...world.shop, actor } };
}

async function reject(orderId: string, units: number | null = null): Promise<void> {
  const { taskId, ana } = await taskAt(orderId, DENVER);
  const [lineItemId = ""] = world.state.orders.get(orderId)!.lineItemIds;
  const request = { taskId, clientActionId: `reject-${orderId}`, reasonCode: "no_time" };
  const lines = units === null ? {} : { lines: [{ lineItemId, units }] };
  expect(await rejectTask(ana, { ...request, ...lines })).toMatchObject({ ok: true });
}

describe("a limit holds exactly", () => {
  beforeEach(async () => {
    await world.stock({ [socks]: { [DENVER]: 100, [BOULDER]: 100 } });
  });

  test("at 0 nothing goes there", async () => {
    await limitDenver({ unitsPerDay: 0 });
    expect(world.whereIs(await buy(1))).toEqual([`${BOULDER} x1`]);
  });

  test("at N units the N-th still goes there, the next does not", async () => {
    await limitDenver({ unitsPerDay: 3 });
    expect(world.whereIs(await buy(2))).toEqual([`${DENVER} x2`]);
    expect(world.whereIs(await buy(1))).toEqual([`${DENVER} x1`]);
    expect(world.whereIs(await buy(1))).toEqual([`${BOULDER} x1`]);
  });

  test("at N orders size does not matter", async () => {
    await limitDenver({ ordersPerDay: 2 });
    expect(world.whereIs(await buy(5))).toEqual([`${DENVER} x5`]);
    expect(world.whereIs(await buy(4))).toEqual([`${DENVER} x4`]);
    expect(world.whereIs(await buy(1))).toEqual([`${BOULDER} x1`]);
  });

  test("orders of one batch see what those before them took", async () => {
    await limitDenver({ ordersPerDay: 1 });
    const ids = [1, 2, 3].map(() => world.buy({ lines: [{ sku: socks, quantity: 1 }] }));
    await world.mirror();
    await inShop(world.shop, (tx) =>
      noteOrdersChanged(
        tx,
        world.shop,
        ids.map((orderId) => ({ orderId, reason: "new" })),
      ),
    );
    await world.settle();
    const places = ids.flatMap((orderId) => world.whereIs(orderId)).sort();
    expect(places).toEqual([`${BOULDER} x1`, `${BOULDER} x1`, `${DENVER} x1`]);
  });
});

describe("capacity is given back, once", () => {
  beforeEach(async () => {
    await world.stock({ [socks]: { [DENVER]: 100, [BOULDER]: 100 } });
  });

  test("when the store rejects the order", async () => {
    await limitDenver({ ordersPerDay: 1 });
    const rejected = await buy(2);
    await reject(rejected);
    await world.settle();
    expect(world.whereIs(rejected)).toEqual([`${BOULDER} x2`]);
    expect(await usedAtDenver()).toEqual({ parcels: 0, units: 0 });
    await inShop(world.shop, (tx) => tx.exclusion.deleteMany({ where: { orderId: null } }));
    expect(world.whereIs(await buy(1))).toEqual([`${DENVER} x1`]);
    expect(await usedAtDenver()).toEqual({ parcels: 1, units: 1 });
  });

  test("for the rejected units alone when it keeps the rest", async () => {
    await limitDenver({ unitsPerDay: 10 });
    const orderId = await buy(5);
    await reject(orderId, 2);
    expect(await usedAtDenver()).toEqual({ parcels: 1, units: 3 });
    await world.settle();
    expect(await usedAtDenver()).toEqual({ parcels: 1, units: 3 });
    expect(world.whereIs(orderId)).toEqual([`${BOULDER} x2`, `${DENVER} x3`]);
  });

  test("when the order is cancelled, and an order that waited for room gets it", async () => {
    await limitDenver({ unitsPerDay: 1 });
    await world.stock({ [lamp]: { [DENVER]: 100 } });
    const first = await buy(1, lamp);
    const second = await buy(1, lamp);
    expect((await rememberOrder(world, second)).status).toBe("exception");
    cancelOrder(world.state, { orderId: first, reason: "customer", restock: true });
    await world.hear(first, "order cancelled");
    expect((await rememberOrder(world, first)).status).toBe("cancelled");
    expect((await rememberOrder(world, second)).status).toBe("placed");
    expect(await usedAtDenver()).toEqual({ parcels: 1, units: 1 });
  });

  test("when an edit makes the order smaller or larger", async () => {
    await limitDenver({ unitsPerDay: 10 });
    const orderId = await buy(4);
    for (const quantity of [3, 7]) {
      editOrder(world.state, orderId, { quantities: [{ sku: socks, quantity }] });
      await world.mirror();
      await world.hear(orderId, "order edited");
      expect(await usedAtDenver()).toEqual({ parcels: 1, units: quantity });
    }
  });

  test("but not while somebody has it in hand: an accepted task keeps its room", async () => {
    await limitDenver({ unitsPerDay: 10 });
    const orderId = await buy(4);
    const { taskId, ana } = await taskAt(orderId, DENVER);
    await acceptTask(ana, { taskId });
    await world.hear(orderId, "order updated");
    expect(await usedAtDenver()).toEqual({ parcels: 1, units: 4 });
  });
});

/** As its job would: where no connection came free in time, it comes again. */
async function decideAlone(reading: Parameters<typeof decideOrders>[1]): Promise<void> {
  for (;;) {
    try {
      await decideOrders(world.shop, reading);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "P2028") throw error;
    }
  }
}

describe("the last slot of a day", () => {
  test.each([
    ["order", { ordersPerDay: 1 }],
    ["unit", { unitsPerDay: 1 }],
    ["labour minutes", { minutesPerDay: 5, minutesPerOrder: 3, minutesPerUnit: 2 }],
  ])(
    "is won by exactly one of 50 concurrent decisions: %s",
    async (_, limits) => {
      await limitDenver(limits);
      await world.stock({ [lamp]: { [DENVER]: 500 } });
      const orderIds = Array.from({ length: 50 }, () =>
        world.buy({ lines: [{ sku: lamp, quantity: 1 }] }),
      );
      await world.mirror();
      await inShop(world.shop, (tx) =>
        noteOrdersChanged(
          tx,
          world.shop,
          orderIds.map((orderId) => ({ orderId, reason: "new" })),
        ),
      );
      const dirty = await inShop(world.shop, (tx) => pickDirtyOrders(tx, world.shop.shopId, 100));
      const live = new Map(
        (await readOrders(world.shop.shopId, orderIds)).map((order) => [order.id, order]),
      );
      await Promise.all(
        dirty.map((one) => decideAlone({ dirty: [one], live, readAt: new Date() })),
      );
      const outcomes = await inShop(world.shop, (tx) =>
        tx.decision.groupBy({
          by: ["outcome"],
          where: { orderId: { in: orderIds } },
          _count: true,
          orderBy: { outcome: "asc" },
        }),
      );
      expect(outcomes.map((row) => `${row._count} ${row.outcome}`)).toEqual([
        "1 planned",
        "49 unfillable",
      ]);
      expect(await usedAtDenver()).toEqual({ parcels: 1, units: 1 });
    },
    120_000,
  );
});
