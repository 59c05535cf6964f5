import "#test/setup/database.ts";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { applyLevelUpdates } from "#app/inventory/apply-level-updates.server.ts";
import { dateLevelChange } from "#app/inventory/date-level-change.ts";
import { disconnectLevel } from "#app/inventory/disconnect-level.server.ts";
import { recordReadings } from "#app/inventory/record-reading.server.ts";
import {
  reflectReservations,
  releaseReservations,
  reserveUnits,
} from "#app/inventory/reserve.server.ts";
import { setSafetyStock } from "#app/inventory/set-safety-stock.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import type { LevelCause } from "#app/inventory/write-levels.server.ts";
import { writeLevels } from "#app/inventory/write-levels.server.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { shopContext } from "#test/builders/shop.ts";

const seed = 20261121;
const shelf = { inventoryItemId: "9007199254740995", locationId: "1" };
const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString();

let shop = shopContext();
let shops = 0;
beforeEach(() => {
  shops += 1;
  shop = shopContext(`levels-${shops}.myshopify.com`);
});

const stored = () => inShop(shop, (tx) => tx.stockLevel.findFirst({ where: shelf }));
const tell = (...updates: { available: number; updatedAt: string }[]) =>
  inShop(shop, (tx) =>
    applyLevelUpdates(
      tx,
      shop,
      updates.map((update) => ({ ...shelf, ...update })),
    ),
  );

describe("the stock mirror", () => {
  it("tells changes of one second apart by the moment they were announced", async () => {
    const announced = (available: number, ms: number) => ({
      available,
      updatedAt: dateLevelChange(at(5), new Date(Date.parse(at(5)) + ms)),
    });
    await tell(announced(7, 600));
    await tell(announced(9, 200));
    expect((await stored())?.available).toBe(7);
    const reading = { ...shelf, available: 6, committed: 1, onHand: 7, updatedAt: at(5) };
    const read = (second: number) => {
      const clock = { now: () => new Date(at(second)) };
      return inShop(shop, (tx) => recordReadings(tx, { ...shop, clock }, [reading], "audit"));
    };
    await read(5);
    expect(await stored()).toMatchObject({ available: 7, readAt: new Date(at(5)) });
    await read(20);
    await tell(announced(9, 200));
    expect((await stored())?.available).toBe(6);
    await tell(announced(4, 2_500));
    expect(await stored()).toMatchObject({
      available: 4,
      shopifyUpdatedAt: new Date(Date.parse(at(5)) + 999),
    });
  });

  it(`holds the newest fact, however updates are ordered, repeated and batched (seed ${seed})`, async () => {
    const facts = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 12 });
    const deliveries = facts.chain((seconds) =>
      fc.record({
        newest: fc.constant(Math.max(...seconds)),
        batches: fc.array(fc.array(fc.constantFrom(...seconds), { maxLength: 5 }), {
          maxLength: 6,
        }),
        rest: fc.shuffledSubarray(seconds, { minLength: seconds.length }),
      }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ newest, batches, rest }) => {
        run += 1;
        shop = shopContext(`levels-property-${run}.myshopify.com`);
        for (const batch of [...batches, rest]) {
          await tell(...batch.map((second) => ({ available: second - 30, updatedAt: at(second) })));
        }
        expect((await stored())?.available).toBe(newest - 30);
      }),
      { seed, numRuns: 40 },
    );
  });

  it("learns committed and on hand from a reading, and keeps them when a webhook tells available", async () => {
    const reading = { ...shelf, available: 5, committed: 2, onHand: 7, updatedAt: at(1) };
    await inShop(shop, (tx) => recordReadings(tx, shop, [reading], "audit"));
    await tell({ available: 4, updatedAt: at(2) });
    expect(await stored()).toMatchObject({ available: 4, committed: 2, onHand: 7 });
  });

  it("drops a reading older than what it knows", async () => {
    await tell({ available: 4, updatedAt: at(9) });
    const reading = { ...shelf, available: 5, committed: 0, onHand: 5, updatedAt: at(1) };
    await inShop(shop, (tx) => recordReadings(tx, shop, [reading], "audit"));
    expect(await stored()).toMatchObject({ available: 4 });
  });

  it("has no stock where Shopify stopped stocking", async () => {
    await tell({ available: 4, updatedAt: at(9) });
    await inShop(shop, (tx) => disconnectLevel(tx, shop, shelf));
    expect(await stored()).toBeNull();
  });

  it("wakes who waits for an item when it arrives, and nobody when it goes", async () => {
    await tell({ available: 0, updatedAt: at(1) });
    const event = `stock_changed:${shelf.inventoryItemId}`;
    await inShop(shop, (tx) =>
      raiseExceptions(tx, shop, [
        { queue: "no_location_fits", key: "k", summary: "Nothing fits.", wakeOn: [event] },
      ]),
    );
    const woken = async () =>
      (await waitingJobs("wake-exceptions")).filter((job) => job.shopId === shop.shopId);
    await tell({ available: -1, updatedAt: at(2) });
    expect(await woken()).toEqual([]);
    await tell({ available: 3, updatedAt: at(3) });
    await tell({ available: 3, updatedAt: at(3) });
    expect(await woken()).toEqual([{ shopId: shop.shopId, events: [event] }]);
  });

  it("keeps safety stock per item, guarded by role and shop", async () => {
    await tell({ available: 4, updatedAt: at(9) });
    const owner = { ...shop, actor: { role: "owner", name: "Olu" } as const };
    expect(await setSafetyStock(owner, { ...shelf, safetyStock: 2 })).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ safetyStock: 2 });
    const associate = {
      ...shop,
      actor: { role: "associate", name: "Ana", locationId: "1" },
    } as const;
    const refused = { ok: false, because: "not_found" };
    expect(await setSafetyStock(associate, { ...shelf, safetyStock: 0 })).toEqual(refused);
    const stranger = { ...owner, shopId: "stranger.myshopify.com" };
    expect(await setSafetyStock(stranger, { ...shelf, safetyStock: 0 })).toEqual(refused);
    expect(await stored()).toMatchObject({ safetyStock: 2 });
  });
});

describe("reservations", () => {
  const row = { orderId: "1", decisionId: "d1", lineItemId: "11", ...shelf, units: 2 };
  const statuses = async () =>
    (await inShop(shop, (tx) => tx.reservation.findMany({ orderBy: { decisionId: "asc" } }))).map(
      (reservation) => reservation.status,
    );

  it("are held until reflected or released, each once", async () => {
    await inShop(shop, (tx) => reserveUnits(tx, shop, [row, { ...row, decisionId: "d2" }]));
    expect(await statuses()).toEqual(["active", "active"]);
    await inShop(shop, (tx) => reflectReservations(tx, shop, "d1"));
    expect(await statuses()).toEqual(["reflected", "active"]);
    await inShop(shop, (tx) => releaseReservations(tx, shop, ["1"]));
    await inShop(shop, (tx) => reflectReservations(tx, shop, "d2"));
    expect(await statuses()).toEqual(["released", "released"]);
  });
});

describe("movements", () => {
  it("tell what changed available and what told us, and nothing where nothing changed", async () => {
    const write = (available: number, second: number, cause: LevelCause) => {
      const told = [{ ...shelf, available, updatedAt: at(second) }];
      return inShop(shop, (tx) => writeLevels(tx, shop, told, { cause, readAt: null }));
    };
    await write(10, 0, "import");
    await write(10, 1, "shopify");
    await write(8, 2, "shopify");
    await write(9, 1, "shopify");
    expect(await stored()).toMatchObject({
      firstKnownAt: shop.clock.now(),
      lastFellAt: shop.clock.now(),
    });
    await write(5, 3, "count");
    await inShop(shop, (tx) => disconnectLevel(tx, shop, shelf));
    const moves = await inShop(shop, (tx) =>
      tx.stockMovement.findMany({ orderBy: { movementId: "asc" } }),
    );
    expect(moves.map(({ cause, before, after }) => [cause, before, after])).toEqual([
      ["shopify", 10, 8],
      ["count", 8, 5],
      ["disconnected", 5, 0],
    ]);
  });
});
