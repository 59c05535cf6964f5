import "#test/setup/database.ts";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { applySettings } from "#app/inventory/import/apply-settings.server.ts";
import { checkSettingsFile } from "#app/inventory/import/check-settings-file.server.ts";
import { exportSettings } from "#app/inventory/import/export-settings.server.ts";
import { settingsColumns } from "#app/inventory/import/settings-file.ts";
import { showImport } from "#app/inventory/import/show-import.server.ts";
import { deleteGroup } from "#app/inventory/pool/delete-group.server.ts";
import type { GroupForm } from "#app/inventory/pool/group-form.ts";
import { groupForm } from "#app/inventory/pool/group-form.ts";
import { loadShelves } from "#app/inventory/pool/load-shelves.server.ts";
import { moveGroup } from "#app/inventory/pool/move-group.server.ts";
import { saveGroup } from "#app/inventory/pool/save-group.server.ts";
import { storeItems } from "#app/inventory/store-items.server.ts";
import { writeCsv } from "#app/csv/write-csv.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop, testNow } from "#test/builders/shop.ts";

let shop: ShopContext;
const denver = "11";

const item = (
  inventoryItemId: string,
  sku: string,
  productType: string,
  tags: string[],
  collections: string[] = [],
) => ({
  ...{ inventoryItemId, sku, productType, tags, collections },
  ...{ variantId: inventoryItemId, productId: inventoryItemId, title: sku, variantTitle: "" },
  ...{ imageUrl: null, vendor: "Fjell", weightKg: 1, unitCost: "5" },
  ...{ tracked: true, requiresShipping: true },
});

beforeEach(async () => {
  shop = await installedShop(`pool-${randomUUID()}.myshopify.com`);
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await tx.location.create({ data: { shopId, locationId: denver, name: "Denver" } });
    await storeItems(tx, shop, [
      item("1", "BOOT-1", "Boots", ["winter"]),
      item("2", "BOOT-2", "Boots", []),
      item("3", "=MUG", "Mugs", ["Winter"]),
    ]);
    await tx.stockLevel.createMany({
      data: ["1", "2", "3"].map((inventoryItemId) => ({
        ...{ shopId, inventoryItemId, locationId: denver, available: 5 },
        shopifyUpdatedAt: testNow,
      })),
    });
  });
});

const form = (changes: object): GroupForm =>
  groupForm.parse({
    ...{ name: "Shoes", productTypes: [], vendors: [], tags: [], collections: [], skus: [] },
    ...{ safetyStock: "", pooled: "inherit", trustDiscount: "inherit", minTrustPercent: "" },
    places: [],
    ...changes,
  });
const save = async (changes: object) => {
  const saved = await saveGroup(shop, null, form(changes));
  return saved.ok ? saved.groupId : saved.because;
};
const groupsOf = () =>
  inShop(shop, async (tx) => {
    const groups = await tx.productGroup.findMany();
    const items = await tx.item.findMany({ orderBy: { inventoryItemId: "asc" } });
    const nameOf = new Map(groups.map((group) => [group.groupId, group.name]));
    return items.map(({ groupId }) => nameOf.get(groupId ?? "") ?? null);
  });

describe("product groups", () => {
  it("take what fits every kind they name, or is listed, first come first served", async () => {
    const boots = await save({ name: "Boots", productTypes: ["boots"] });
    const winter = await save({ name: "Winter", tags: ["WINTER"], vendors: ["fjell"] });
    expect(await groupsOf()).toEqual(["Boots", "Boots", "Winter"]);
    expect(await moveGroup(shop, winter, "up")).toEqual({ ok: true });
    expect(await groupsOf()).toEqual(["Winter", "Boots", "Winter"]);
    await save({ name: "Named", skus: ["boot-2"] });
    expect(await groupsOf()).toEqual(["Winter", "Boots", "Winter"]);
    expect(await deleteGroup(shop, boots)).toEqual({ ok: true });
    expect(await groupsOf()).toEqual(["Winter", "Named", "Winter"]);
    expect(await save({ name: "winter", tags: ["x"] })).toBe("name_taken");
  });

  it("are sorted anew when items change", async () => {
    await save({ name: "Mugs", productTypes: ["Mugs"] });
    await inShop(shop, (tx) => storeItems(tx, shop, [item("1", "BOOT-1", "Mugs", [])]));
    expect(await groupsOf()).toEqual(["Mugs", null, "Mugs"]);
  });

  it("follow the collections Shopify puts items in", async () => {
    await save({ name: "Sale", collections: ["sale"] });
    expect(await groupsOf()).toEqual([null, null, null]);
    const onSale = item("2", "BOOT-2", "Boots", [], ["New arrivals", "Sale"]);
    await inShop(shop, (tx) => storeItems(tx, shop, [onSale]));
    expect(await groupsOf()).toEqual([null, "Sale", null]);
  });

  it("say what their items keep at a location, and decisions hear of it", async () => {
    const places = [{ locationId: denver, safetyStock: "2", pooled: "inherit" }];
    await save({ productTypes: ["Boots"], places });
    const [boot, mug] = await Promise.all(
      ["1", "3"].map((id) => inShop(shop, (tx) => loadShelves(tx, shop, [id]))),
    );
    expect(boot).toMatchObject([
      { safetyStock: 2, policy: { safetyFrom: "group Shoes at Denver", outBecause: null } },
    ]);
    expect(mug).toMatchObject([{ safetyStock: 0, policy: { safetyFrom: "the shop" } }]);
  });

  it("of another shop cannot be changed", async () => {
    const groupId = await save({ productTypes: ["Boots"] });
    const stranger = await installedShop(`other-${randomUUID()}.myshopify.com`);
    expect(await saveGroup(stranger, groupId, form({ tags: ["x"] }))).toMatchObject({ ok: false });
    expect(await deleteGroup(stranger, groupId)).toEqual({ ok: false });
    const associate = { ...shop, actor: { role: "associate", name: "Ann" } } as const;
    expect(await deleteGroup(associate, groupId)).toEqual({ ok: false });
  });
});

describe("a file of settings", () => {
  async function* bytes(text: string) {
    yield new TextEncoder().encode(text);
  }
  const check = async (lines: string) => {
    const file = bytes(`SKU,Location,Safety stock,In pool\n${lines}`);
    return (await checkSettingsFile(shop, "pool.csv", file))!;
  };
  const settings = () =>
    inShop(shop, async (tx) =>
      (await tx.stockLevel.findMany({ orderBy: { inventoryItemId: "asc" } })).map((row) => [
        row.safetyStock,
        row.pooled,
      ]),
    );
  const untouched = [
    [null, null],
    [null, null],
    [null, null],
  ];

  it("shows what it would change, and changes it once and only when applied", async () => {
    const checked = await check("BOOT-1,denver,3,no\nBOOT-2,Denver,,\n=MUG,Denver,1,yes\n");
    if (!checked.ok) throw new Error("refused");
    expect(await showImport(shop, checked.importId)).toMatchObject({
      lines: 3,
      changeCount: 2,
      changes: [{ sku: "BOOT-1", after: { safetyStock: 3, pooled: false } }, { sku: "=MUG" }],
    });
    expect(await settings()).toEqual(untouched);
    expect(await applySettings(shop, checked.importId)).toEqual({ ok: true, changed: 2 });
    expect(await settings()).toEqual([
      [3, false],
      [null, null],
      [1, true],
    ]);
    const again = { ok: false, because: "stale" };
    expect(await applySettings(shop, checked.importId)).toEqual(again);
  });

  it("with any problem changes nothing and names every line", async () => {
    await inShop(shop, (tx) => tx.stockLevel.deleteMany({ where: { inventoryItemId: "2" } }));
    const refused = await check("BOOT-1,Denver,3,no\nNONE,Paris,x,maybe\n");
    expect(refused).toMatchObject({ ok: false, problemCount: 4 });
    expect(await check("BOOT-1,Denver,3,no\nBOOT-2,Denver,1,\n")).toEqual({
      ok: false,
      problemCount: 1,
      problems: [{ line: 3, message: "Shopify does not stock BOOT-2 at Denver." }],
    });
    expect(await check("BOOT-1,Denver,3,no\nBOOT-1,Denver,4,no\n")).toMatchObject({
      problems: [{ line: 3, message: expect.stringContaining("Lines 2 and 3") as string }],
    });
  });

  it("is not applied over what somebody changed since", async () => {
    const checked = await check("BOOT-1,Denver,3,no\n=MUG,Denver,1,yes\n");
    if (!checked.ok) throw new Error("refused");
    await inShop(shop, (tx) =>
      tx.stockLevel.updateMany({ where: { inventoryItemId: "3" }, data: { safetyStock: 9 } }),
    );
    expect(await applySettings(shop, checked.importId)).toEqual({ ok: false, because: "stale" });
    expect(await settings()).toEqual([
      [null, null],
      [null, null],
      [9, null],
    ]);
  });

  it("is written as it is read", async () => {
    let text = "";
    for await (const chunk of writeCsv(settingsColumns, exportSettings(shop))) text += chunk;
    const checked = await checkSettingsFile(shop, "same.csv", bytes(text));
    if (!checked?.ok) throw new Error("refused");
    expect(await showImport(shop, checked.importId)).toMatchObject({ lines: 3, changeCount: 0 });
  });
});
