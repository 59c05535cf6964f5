import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { readBulkCatalog } from "#app/shopify/read-bulk-catalog.server.ts";
import type { SandboxedShop } from "./open-sandboxed-shop.ts";
import { openSandboxedShop } from "./open-sandboxed-shop.ts";

let world: SandboxedShop;
beforeAll(async () => {
  world = await openSandboxedShop();
});

const url = "https://storage.googleapis.com/bulk-operation-outputs/catalog.jsonl";
const variantId = "gid://shopify/ProductVariant/1";
const productId = "gid://shopify/Product/2";
const itemId = "gid://shopify/InventoryItem/3";

const variant = {
  id: variantId,
  title: "Default Title",
  product: {
    ...{ id: productId, title: "Mug", tags: [], productType: "", vendor: "" },
    featuredImage: null,
  },
  inventoryItem: {
    ...{ id: itemId, sku: null, tracked: true, requiresShipping: true },
    ...{ unitCost: null, measurement: null },
  },
};
const quantities = ["available", "committed", "on_hand"].map((name) => ({
  ...{ name, quantity: 4, updatedAt: "2026-01-01T00:00:00Z" },
}));
const level = {
  id: "gid://shopify/InventoryLevel/5?inventory_item_id=3",
  location: { id: "gid://shopify/Location/6" },
  quantities,
};
const collection = (id: number, title: string) => ({ id: `gid://shopify/Collection/${id}`, title });

async function read(rows: readonly object[]) {
  world.state.bulkResults.set(url, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const items = [];
  for await (const { item, levels } of readBulkCatalog(url)) {
    const { inventoryItemId, collections } = item;
    items.push({ inventoryItemId, collections, at: levels.map(({ locationId }) => locationId) });
  }
  return items;
}

describe("the rows of the catalogue", () => {
  it.each([
    ["its variant", variantId, variantId],
    ["the object they hang on", productId, itemId],
  ])("belong together when they name %s as parent", async (_, ofCollections, ofLevels) => {
    const children = [
      { ...collection(8, "Winter"), __parentId: ofCollections },
      { ...collection(9, "Sale"), __parentId: ofCollections },
      { ...collection(10, "Sale"), __parentId: ofCollections },
      { ...level, __parentId: ofLevels },
    ];
    const expected = { inventoryItemId: "3", collections: ["Sale", "Winter"], at: ["6"] };
    expect(await read([variant, ...children])).toEqual([expected]);
    const bare = { ...variant, id: "gid://shopify/ProductVariant/7" };
    expect(await read([variant, ...children, bare])).toEqual([
      expected,
      { inventoryItemId: "3", collections: [], at: [] },
    ]);
  });

  it("that lost their variant are an error, not somebody else's stock", async () => {
    const lost = { ...level, __parentId: "gid://shopify/ProductVariant/404" };
    await expect(read([variant, lost])).rejects.toThrow(/does not follow its variant/);
    await expect(read([lost])).rejects.toThrow(/does not follow its variant/);
  });
});
