import "#test/setup/database.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { listAccuracy } from "#app/inventory/counting/list-accuracy.server.ts";
import { listToCount } from "#app/inventory/counting/list-to-count.server.ts";
import { measureAccuracy } from "#app/inventory/counting/measure-accuracy.server.ts";
import { saveCount } from "#app/inventory/counting/save-count.server.ts";
import { settleLeftCount } from "#app/inventory/counting/settle-count.server.ts";
import { trustAgain } from "#app/inventory/counting/trust-again.server.ts";
import { importCatalog } from "#app/inventory/import-catalog.server.ts";
import { loadShelves } from "#app/inventory/pool/load-shelves.server.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import { ensureRejectionReasons } from "#app/picking/ensure-rejection-reasons.server.ts";
import { onHand } from "#sandbox/inventory/level.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { drainJobs } from "#test/builders/job-queue.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

const sku = "SCK-M";
let world: SandboxedShop;
let shelf: { inventoryItemId: string; locationId: string };

beforeAll(async () => {
  world = await openSandboxedShop();
  await syncCatalog(world.shop);
  await drainJobs({ "import-catalog": async ([job]) => importCatalog(job!) });
});
beforeEach(async () => {
  const { state, shop } = world;
  const [locationId = ""] = state.locations.keys();
  shelf = { inventoryItemId: state.variantsBySku.get(sku)!.inventoryItemId, locationId };
  setStock(state, { sku, locationId, available: 10 });
  await inShop(shop, async (tx) => {
    await tx.stockCount.deleteMany();
    await tx.rejection.deleteMany();
    await tx.poolAccuracy.deleteMany();
  });
});
afterEach(() => world.sandbox.faults.clear());

const level = () => world.state.levels.get(shelf.inventoryItemId)!.get(shelf.locationId)!;
const count = (counted: number, seenOnHand = onHand(level())) =>
  saveCount(world.shop, { ...shelf, counted, seenOnHand });
const counts = () => inShop(world.shop, (tx) => tx.stockCount.findMany());
const settleLeft = async () => {
  for (const { shopId, countId } of await counts()) await settleLeftCount({ shopId, countId });
};

describe("a count", () => {
  it("makes Shopify's on hand what was found, and the mirror with it", async () => {
    const before = onHand(level());
    expect(await count(before - 3)).toEqual({ ok: true, state: "done" });
    expect([onHand(level()), level().units.available]).toEqual([before - 3, 7]);
    const mirrored = await inShop(world.shop, (tx) => tx.stockLevel.findFirst({ where: shelf }));
    expect(mirrored).toMatchObject({ available: 7, onHand: before - 3 });
    const last = await inShop(world.shop, (tx) =>
      tx.stockMovement.findFirst({ orderBy: { movementId: "desc" } }),
    );
    expect(last).toMatchObject({ cause: "count", after: 7 });
  });

  it("writes nothing when the shelf changed while the person counted", async () => {
    const seen = onHand(level());
    setStock(world.state, { sku, locationId: shelf.locationId, available: 8 });
    expect(await count(seen - 5, seen)).toMatchObject({ ok: false, because: "stale" });
    expect(level().units.available).toBe(8);
    expect(await counts()).toMatchObject([{ status: "stale" }]);
  });

  it("ends the item's cool-off there", async () => {
    const { shop } = world;
    const createdAt = new Date();
    const untilAt = new Date(createdAt.getTime() + 3_600_000);
    await inShop(shop, (tx) =>
      tx.exclusion.create({
        data: { shopId: shop.shopId, ...shelf, reason: "Rejected", createdAt, untilAt },
      }),
    );
    await count(onHand(level()));
    const left = await inShop(shop, (tx) => tx.exclusion.count({ where: { endedAt: null } }));
    expect(left).toBe(0);
  });

  it.each(["timeout-after-commit", "error-before-commit"] as const)(
    "is made once when Shopify's answer is lost: %s",
    async (kind) => {
      const before = onHand(level());
      const operation = "inventoryAdjustQuantities";
      world.sandbox.faults.set({ api: [{ kind, operation, next: 1 }] });
      expect(await count(before - 4)).toEqual({ ok: true, state: "pending" });
      world.sandbox.faults.clear();
      await settleLeft();
      await settleLeft();
      expect(onHand(level())).toBe(before - 4);
      expect(await counts()).toMatchObject([{ status: "done" }]);
    },
  );

  it("is not a store manager's of another location, nor of an unknown shelf", async () => {
    const actor = { role: "store_manager", name: "Ann", locationId: "elsewhere" } as const;
    const lent = { ...world.shop, actor };
    const refused = { ok: false, because: "not_found" };
    expect(await saveCount(lent, { ...shelf, counted: 1, seenOnHand: 1 })).toEqual(refused);
    const gone = { inventoryItemId: "404", locationId: shelf.locationId };
    expect(await saveCount(world.shop, { ...gone, counted: 1, seenOnHand: 1 })).toEqual(refused);
  });
});

describe("accuracy", () => {
  /** One rejected line of so many units, for the reason given. */
  const reject = (units: number, reasonCode: string) =>
    inShop(world.shop, async (tx) => {
      await ensureRejectionReasons(tx, world.shop.shopId);
      const at = world.shop.clock.now();
      const ids = { taskId: `${reasonCode}-${units}`, orderId: "1", lineItemId: "1" };
      const facts = { ...ids, ...shelf, units, reasonCode, actor: "Ann", at };
      await tx.rejection.create({ data: { shopId: world.shop.shopId, ...facts } });
    });
  const outBecause = async () => {
    const shelves = await inShop(world.shop, (tx) =>
      loadShelves(tx, world.shop, [shelf.inventoryItemId]),
    );
    return shelves.find((one) => one.locationId === shelf.locationId)?.policy.outBecause ?? null;
  };

  it("drops a location out of the pool, tells people, and takes it back after a count", async () => {
    const { shop } = world;
    const { shopId } = shop;
    await inShop(shop, (tx) =>
      tx.shop.update({ where: { shopId }, data: { minTrustPercent: 80, trustTries: 5 } }),
    );
    await reject(4, "not_found");
    await reject(2, "damaged");
    await reject(9, "no_time");
    await measureAccuracy({ shopId }, shop.clock);
    await measureAccuracy({ shopId }, shop.clock);
    const [row] = (await listAccuracy(shop)).rows;
    expect(row).toMatchObject({ missingUnits: 4, damagedUnits: 2, isOut: true });
    expect(row?.trust).toMatchObject({ tries: 6, successes: 0 });
    expect(await outBecause()).toContain("0 of 6 picks and counts");
    const open = () =>
      inShop(shop, (tx) =>
        tx.exception.count({ where: { queue: "stock_mismatch", status: "open" } }),
      );
    expect(await open()).toBe(1);
    const refused = { ok: false, because: "nothing_counted" };
    expect(await trustAgain(shop, shelf.locationId, "")).toEqual(refused);
    await count(onHand(level()));
    await measureAccuracy({ shopId }, shop.clock);
    expect(await trustAgain(shop, shelf.locationId, "")).toEqual({ ok: true });
    await measureAccuracy({ shopId }, shop.clock);
    expect(await outBecause()).toBeNull();
    expect(await open()).toBe(0);
  });

  it("puts the shelf where a pick failed first, with all its money at risk", async () => {
    const { shop } = world;
    const filter = { locationId: shelf.locationId, groupId: "", page: 1 };
    const rowOf = async () =>
      (await listToCount(shop, filter)).rows.find(
        (row) => row.inventoryItemId === shelf.inventoryItemId,
      );
    await inShop(shop, (tx) =>
      tx.item.updateMany({ where: { sku }, data: { unitCost: "100000.0000" } }),
    );
    await count(onHand(level()));
    expect(await rowOf()).toBeUndefined();
    await inShop(shop, (tx) =>
      tx.stockCount.updateMany({
        data: { countedAt: new Date(world.shop.clock.now().getTime() - 60_000) },
      }),
    );
    await reject(1, "too_few");
    const [first] = (await listToCount(shop, filter)).rows;
    expect(first).toMatchObject({ sku, rejectedUnits: 1 });
    expect(first?.atRisk).toBe((onHand(level()) * 100_000).toFixed(2));
  });
});
