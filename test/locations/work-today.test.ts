import "#test/setup/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { readWorkToday } from "#app/locations/read-work-today.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { fixedClock, shopContext, testNow } from "#test/builders/shop.ts";

let shops = 0;
let shop: ShopContext & { clock: ReturnType<typeof fixedClock> };
beforeEach(() => {
  shops += 1;
  const clock = fixedClock();
  shop = { ...shopContext(`work-${shops}.myshopify.com`), clock };
});

const denver = { locationId: "1", timeZone: "America/Denver" };
const newYork = { locationId: "1", timeZone: "America/New_York" };

/** A decision that gives location 1 some units and location 2 a hundred. */
async function decide(
  orderId: string,
  at: string,
  units: number,
  { status = "routed", superseded = false } = {},
) {
  const parcels = [
    { locationId: "1", lines: [{ quantity: units - 1 }, { quantity: 1 }] },
    { locationId: "2", lines: [{ quantity: 100 }] },
  ];
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await tx.order.create({ data: { shopId, orderId, status } });
    await tx.decision.create({
      data: {
        ...{ shopId, decisionId: `d-${orderId}`, orderId, sequence: 1, outcome: "planned" },
        ...{ parcels: 2, networkHash: "", snapshot: {}, plan: { parcels }, engineVersion: "1" },
        ...{ ruleVersion: 1, trigger: "", createdAt: new Date(at) },
        supersededAt: superseded ? testNow : null,
      },
    });
  });
}

async function offer(orderId: string, status: string, units: number) {
  const { shopId } = shop;
  const task = { shopId, orderId, decisionId: `d-${orderId}`, locationId: "1", orderName: "#1" };
  const times = { deadlineAt: testNow, createdAt: testNow };
  await inShop(shop, (tx) => tx.pickTask.create({ data: { ...task, ...times, status, units } }));
}

const work = async (place = denver) => {
  const rows = await inShop(shop, (tx) => readWorkToday(tx, shop, [place]));
  return rows
    .map((row) => `${row.orderId}: ${row.parcels}x${row.units}${row.isStarted ? " started" : ""}`)
    .sort();
};

describe("a location's work of today", () => {
  it("begins at its own midnight", async () => {
    await decide("late", "2026-11-21T06:59:59.999Z", 5);
    await decide("early", "2026-11-21T07:00:00.000Z", 3);
    expect(await work()).toEqual(["early: 1x3"]);
  });

  it("begins at midnight on the short and on the long day as well", async () => {
    for (const [at, before, after] of [
      ["2026-03-08T20:00:00Z", "2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z"],
      ["2026-03-09T03:59:59Z", "2026-03-08T04:59:58Z", "2026-03-08T05:00:01Z"],
      ["2026-11-02T04:59:59Z", "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z"],
    ] as const) {
      await decide(before, before, 5);
      await decide(after, after, 3);
      shop.clock.set(new Date(at));
      const rows = await work(newYork);
      expect(rows).toContain(`${after}: 1x3`);
      expect(rows).not.toContain(`${before}: 1x5`);
    }
  });

  it("is gone the moment the next day begins", async () => {
    await decide("1", "2026-11-21T07:00:00Z", 3);
    shop.clock.set(new Date("2026-11-22T06:59:59.999Z"));
    expect(await work()).toEqual(["1: 1x3"]);
    shop.clock.set(new Date("2026-11-22T07:00:00.000Z"));
    expect(await work()).toEqual([]);
  });

  it("is what decisions in force give it, of orders that still want it", async () => {
    await decide("in-force", "2026-11-21T14:00:00Z", 4);
    await decide("replaced", "2026-11-21T14:00:00Z", 4, { superseded: true });
    await decide("cancelled", "2026-11-21T14:00:00Z", 4, { status: "cancelled" });
    await decide("held", "2026-11-21T14:00:00Z", 4, { status: "held" });
    await decide("fulfilled", "2026-11-21T14:00:00Z", 4, { status: "fulfilled" });
    expect(await work()).toEqual(["fulfilled: 1x4", "in-force: 1x4"]);
  });

  it("is what is left in the task once there is one, whatever became of the decision", async () => {
    for (const status of ["offered", "rejected", "recalled", "expired"]) {
      await decide(status, "2026-11-21T14:00:00Z", 4);
      await offer(status, status, 4);
    }
    for (const status of ["accepted", "packed", "completed"]) {
      await decide(status, "2026-11-21T14:00:00Z", 4, { superseded: true });
      await offer(status, status, 3);
    }
    expect(await work()).toEqual([
      "accepted: 1x3 started",
      "completed: 1x3 started",
      "offered: 1x4",
      "packed: 1x3 started",
    ]);
  });
});
