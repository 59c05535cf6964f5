import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { importCatalog } from "#app/inventory/import-catalog.server.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import { syncProducts } from "#app/inventory/sync-products.server.ts";
import { startDueJobs } from "#app/queue/start-due-jobs.server.ts";
import { updateProduct } from "#sandbox/products/update-product.ts";
import { drainJobs, waitingJobs } from "#test/builders/job-queue.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

let world: SandboxedShop;
beforeAll(async () => {
  world = await openSandboxedShop();
  await syncCatalog({ shopId: world.shop.shopId });
  await importEverything();
});

async function importEverything() {
  await drainJobs({
    "sync-catalog": async ([payload]) => (payload ? syncCatalog(payload) : undefined),
    "import-catalog": async ([payload]) => (payload ? importCatalog(payload) : undefined),
  });
}

describe("the mirror of collections", () => {
  it("knows the collections each item's product is in", async () => {
    const items = await inShop(world.shop, (tx) =>
      tx.item.findMany({ select: { key: true, collections: true }, orderBy: { key: "asc" } }),
    );
    const collectionsOf = new Map(items.map((item) => [item.key, item.collections]));
    expect(collectionsOf.get("JKT-S")).toEqual(["New arrivals", "Winter"]);
    expect(collectionsOf.get("JKT-XL")).toEqual(["New arrivals", "Winter"]);
    expect(collectionsOf.get("MAT-WIDE")).toEqual(["Sale"]);
    expect(collectionsOf.get("GAS-230G")).toEqual([]);
  });

  it("follows a product into collections, however many, and out of them", async () => {
    const { state, shop } = world;
    const product = [...state.products.values()].find((one) => one.title === "Headlamp");
    if (!product) throw new Error("no product");
    const collectionsNow = async () => {
      await syncProducts({ shopId: shop.shopId, productIds: [product.id] });
      const where = { productId: product.id };
      const items = await inShop(shop, (tx) => tx.item.findMany({ where }));
      return items.map((item) => item.collections);
    };
    const titles = Array.from({ length: 320 }, (_, n) => `Collection ${1000 + n}`);
    updateProduct(state, product.id, { collections: titles });
    expect(await collectionsNow()).toEqual([titles, titles]);
    updateProduct(state, product.id, { collections: ["Winter", "Sale"] });
    expect(await collectionsNow()).toEqual([
      ["Sale", "Winter"],
      ["Sale", "Winter"],
    ]);
    updateProduct(state, product.id, { collections: [] });
    expect(await collectionsNow()).toEqual([[], []]);
  });

  it("starts again every night, as no webhook tells of every change of a collection", async () => {
    const { shopId } = world.shop;
    const mine = async () =>
      (await waitingJobs("sync-catalog")).filter((job) => job.shopId === shopId);
    await startDueJobs({ now: () => new Date("2026-11-22T01:59:00Z") });
    expect(await mine()).toEqual([]);
    await startDueJobs({ now: () => new Date("2026-11-22T02:00:00Z") });
    expect(await mine()).toEqual([{ shopId }]);
    const jacket = await inShop(world.shop, async (tx) => {
      await tx.item.updateMany({ data: { collections: ["Gone"] } });
      return tx.item.findFirstOrThrow({ where: { key: "JKT-S" } });
    });
    await importEverything();
    const { inventoryItemId } = jacket;
    const again = await inShop(world.shop, (tx) =>
      tx.item.findFirstOrThrow({ where: { inventoryItemId } }),
    );
    expect(again.collections).toEqual(["New arrivals", "Winter"]);
  });
});
