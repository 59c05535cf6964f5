import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { auditStock } from "#app/inventory/audit-stock.server.ts";
import { importCatalog } from "#app/inventory/import-catalog.server.ts";
import { noteBulkFinished } from "#app/inventory/note-bulk-finished.server.ts";
import { startResync } from "#app/inventory/start-resync.server.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import { syncProducts } from "#app/inventory/sync-products.server.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { drainJobs, waitingJobs } from "#test/builders/job-queue.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

let world: SandboxedShop;
beforeAll(async () => {
  world = await openSandboxedShop();
});

const later = { now: () => new Date(Date.now() + 600_000) };

const activeLevels = (state: ShopState) =>
  [...state.levels.values()].flatMap((shelves) =>
    [...shelves.values()].filter((level) => level.active),
  );

/** Shopify's stock as "<item> <location> <available> <committed>", sorted. */
const shopifys = () =>
  activeLevels(world.state)
    .map(
      ({ inventoryItemId, locationId, units }) =>
        `${inventoryItemId} ${locationId} ${units.available} ${units.committed}`,
    )
    .sort();

const ours = async () => {
  const levels = await inShop(world.shop, (tx) => tx.stockLevel.findMany());
  return levels
    .map(
      (level) =>
        `${level.inventoryItemId} ${level.locationId} ${level.available} ${level.committed}`,
    )
    .sort();
};

const lastRun = (kind: string) =>
  inShop(world.shop, (tx) =>
    tx.syncRun.findFirstOrThrow({ where: { kind }, orderBy: { startedAt: "desc" } }),
  );

async function importEverything() {
  await drainJobs({
    "sync-catalog": async ([payload]) => (payload ? syncCatalog(payload) : undefined),
    "import-catalog": async ([payload]) => (payload ? importCatalog(payload) : undefined),
  });
}

describe("the first import", () => {
  it("makes the pool equal to Shopify's, with starter rules and rates", async () => {
    const { shopId } = world.shop;
    placeOrder(world.state, { lines: [{ sku: "SCK-M", quantity: 1 }] });
    await syncCatalog({ shopId });
    await syncCatalog({ shopId });
    expect(await inShop(world.shop, (tx) => tx.syncRun.count())).toBe(1);
    await importEverything();
    expect(await ours()).toEqual(shopifys());
    const stored = await inShop(world.shop, async (tx) => ({
      shop: await tx.shop.findUniqueOrThrow({ where: { shopId } }),
      items: await tx.item.findMany(),
      types: await tx.location.groupBy({ by: ["type"], _count: true, orderBy: { type: "asc" } }),
      rules: await tx.ruleVersion.count(),
      rates: await tx.rateCard.count(),
    }));
    expect(stored.shop).toMatchObject({ firstSync: "done", timeZone: "America/Denver" });
    expect(stored.items).toHaveLength(world.state.inventoryItems.size);
    expect(stored.types).toEqual([
      { type: "store", _count: 6 },
      { type: "warehouse", _count: 2 },
    ]);
    expect([stored.rules, stored.rates]).toEqual([1, 1]);
    expect((await waitingJobs("reconcile-orders")).map((job) => job.shopId)).toContain(shopId);
  });

  it("knows titles, tags, pictures and weights", async () => {
    const canister = await inShop(world.shop, (tx) =>
      tx.item.findFirstOrThrow({ where: { key: "GAS-230G" } }),
    );
    expect(canister).toMatchObject({
      title: "Gas Canister",
      variantTitle: "230g",
      tags: ["hazmat"],
    });
    expect(canister.imageUrl).not.toBeNull();
    expect(canister.weightKg.toString()).toBe("0.38");
  });

  it("reads its result as soon as Shopify announces it, once", async () => {
    const { shopId } = world.shop;
    await syncCatalog({ shopId });
    const { bulkOperationId } = await lastRun("catalog");
    await inShop(world.shop, (tx) => noteBulkFinished(tx, world.shop, bulkOperationId ?? ""));
    await inShop(world.shop, (tx) => noteBulkFinished(tx, world.shop, "404"));
    expect(await waitingJobs("import-catalog")).toHaveLength(2);
    await importEverything();
    expect(await lastRun("catalog")).toMatchObject({ status: "done" });
  });

  it("forgets what Shopify no longer has", async () => {
    await inShop(world.shop, async (tx) => {
      const { shopId } = world.shop;
      const ghost = { shopId, inventoryItemId: "666", locationId: "1" };
      const before = new Date("2026-01-01");
      await tx.stockLevel.create({ data: { ...ghost, available: 5, readAt: before } });
      await tx.$executeRaw`
        insert into items (shop_id, inventory_item_id, key, variant_id, product_id, title, updated_at)
        values (${shopId}, '666', 'GHOST', '1', '1', 'Ghost', ${before})`;
    });
    await syncCatalog({ shopId: world.shop.shopId });
    await importEverything();
    const ghost = await inShop(world.shop, (tx) =>
      tx.item.findFirst({ where: { inventoryItemId: "666" } }),
    );
    expect(ghost).toMatchObject({ deleted: true, key: "#666" });
    expect(await ours()).toEqual(shopifys());
  });

  it("is followed by reading past orders, until they were read once", async () => {
    const { shopId } = world.shop;
    expect(await waitingJobs("sync-history")).toEqual([{ shopId }]);
    await drainJobs({ "sync-history": () => Promise.resolve() });
    const past = { kind: "history_orders", status: "done", startedAt: new Date() };
    await inShop(world.shop, (tx) => tx.syncRun.create({ data: { shopId, ...past } }));
    await syncCatalog({ shopId });
    await importEverything();
    expect((await lastRun("catalog")).status).toBe("done");
    expect(await waitingJobs("sync-history")).toEqual([]);
  });
});

describe("the audit", () => {
  it("finds nothing in a faithful mirror", async () => {
    await auditStock({ shopId: world.shop.shopId }, later);
    const run = await lastRun("stock_audit");
    expect(run).toMatchObject({ status: "done", drifted: 0, seen: shopifys().length });
  });

  it("finds, repairs and reports what webhooks never told", async () => {
    const { state, shop } = world;
    const [level] = activeLevels(state);
    if (!level) throw new Error("no level");
    const sku = state.inventoryItems.get(level.inventoryItemId)?.sku ?? "";
    const before = level.units.available;
    setStock(state, { sku, locationId: level.locationId, available: before + 7 });
    const ghost = { shopId: shop.shopId, inventoryItemId: "777", locationId: level.locationId };
    const readAt = new Date("2026-01-01");
    await inShop(shop, (tx) => tx.stockLevel.create({ data: { ...ghost, available: 1, readAt } }));
    await auditStock({ shopId: shop.shopId }, later);
    expect(await ours()).toEqual(shopifys());
    const run = await lastRun("stock_audit");
    const id = `${level.inventoryItemId}@${level.locationId}`;
    expect(run.drifted).toBe(2);
    expect(run.findings).toEqual(
      expect.arrayContaining([
        { what: "available", id, ours: before, shopifys: before + 7 },
        { what: "available", id: `777@${level.locationId}`, ours: 1, shopifys: null },
      ]),
    );
    const raised = await inShop(shop, (tx) => tx.exception.findMany({ where: { status: "open" } }));
    expect(raised).toMatchObject([{ queue: "sync_drift", key: "sync_drift:stock" }]);
    await auditStock({ shopId: shop.shopId }, later);
    expect(await inShop(shop, (tx) => tx.exception.count({ where: { status: "open" } }))).toBe(0);
  });
});

describe("reading again", () => {
  it("repairs one item at once", async () => {
    const { state, shop } = world;
    const item = state.inventoryItems.get(state.variantsBySku.get("SCK-M")?.inventoryItemId ?? "");
    const inventoryItemId = item?.id ?? "";
    for (const locationId of state.locations.keys()) {
      setStock(state, { sku: "SCK-M", locationId, available: 77 });
    }
    expect(await startResync(shop, { kind: "item", inventoryItemId })).toEqual({
      ok: true,
      scope: "item",
    });
    expect(await ours()).toEqual(shopifys());
    expect(await startResync(shop, { kind: "item", inventoryItemId: "404" })).toEqual({
      ok: false,
      because: "not_found",
    });
  });

  it("follows a product that changed, and forgets one that is gone", async () => {
    const { state, shop } = world;
    const product = [...state.products.values()].find((one) => one.title === "Wool Socks");
    if (!product) throw new Error("no product");
    product.tags = ["fragile"];
    await syncProducts({ shopId: shop.shopId, productIds: [product.id, "404"] });
    const socks = () =>
      inShop(shop, (tx) =>
        tx.item.findMany({
          where: { productId: product.id },
          select: { tags: true, deleted: true },
        }),
      );
    expect(await socks()).toEqual(
      product.variantIds.map(() => ({ tags: ["fragile"], deleted: false })),
    );
    state.products.delete(product.id);
    await syncProducts({ shopId: shop.shopId, productIds: [product.id] });
    expect(await socks()).toEqual(
      product.variantIds.map(() => ({ tags: ["fragile"], deleted: true })),
    );
  });
});
