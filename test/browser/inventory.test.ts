import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitFirstSync } from "#bin/demo/await-settled.ts";
import { adminPath, openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { onHand } from "#sandbox/inventory/level.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { openBrowser } from "./open-browser.ts";
import { findSeriousDefects } from "./run-axe.ts";
import { tabTo } from "./tab-to.ts";

const shopId = "backroom-outfitters.myshopify.com";
const socks = "SCK-M";
const store = "Denver Store";
const paths = ["", "/pool", "/pool/groups/new", "/count", "/accuracy", "/import", "/sync"];

let stack: RunningStack;
let shop: ShopState;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [{ domain: shopId }],
  });
  shop = stack.sandbox.shops.get(shopId)!;
  setStock(shop, { sku: socks, locationId: denver(), available: 12 });
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  browser = await openBrowser();
  admin = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  admin.setDefaultTimeout(20_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const denver = () => [...shop.locations.values()].find(({ name }) => name === store)!.id;
const level = () => shop.levels.get(shop.variantsBySku.get(socks)!.inventoryItemId)!.get(denver())!;
const app = (): FrameLocator => admin.frameLocator("#app-frame");
const toast = (text: string) => admin.locator(".toast", { hasText: text }).first();

async function open(path: string, page = admin): Promise<void> {
  await page.goto(`${stack.sandbox.url}${adminPath(shopId, `app/inventory${path}`)}`);
  await page.frameLocator("#app-frame").locator("h1").first().waitFor();
}

const openSocks = () => open(`?search=${socks}&location=${denver()}`);
const itemPath = () => `/items/${shop.variantsBySku.get(socks)!.inventoryItemId}`;

describe.each([360, 1440])("the inventory pages at %i px", (width) => {
  it("fit, and axe finds nothing serious", { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const path of [...paths, itemPath()]) {
      await open(path, page);
      const frame = page.frames().find((one) => one.url().includes("/app/inventory"))!;
      const overflow = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
      expect({ path, defects: await findSeriousDefects(frame) }).toEqual({ path, defects: [] });
    }
    await page.close();
  });
});

describe("the pool", () => {
  it("is counted by keyboard alone, and Shopify has what was found", async () => {
    await open(itemPath());
    const before = onHand(level());
    await tabTo(admin, app(), `Units of Wool Socks / M found at ${store}`);
    await admin.keyboard.type(String(before - 2));
    await admin.keyboard.press("Enter");
    await toast("Count saved, Shopify has it").waitFor();
    expect(onHand(level())).toBe(before - 2);
    await app()
      .getByText(/^Counted/)
      .first()
      .waitFor();
  });

  it("shows which group keeps units where, once a group is made", async () => {
    await open("/pool/groups/new");
    await app().getByLabel("Name").fill("Socks");
    await app().getByLabel("SKUs").fill(socks);
    await app().getByLabel(`Safety stock at ${store}`).fill("2");
    await admin.locator("#save-bar").getByRole("button", { name: "Save" }).click();
    await toast("Group saved").waitFor();
    await openSocks();
    await app().getByText(`From group Socks at ${store}`).waitFor();
  });

  it("takes one change for many rows, and keeps a view", async () => {
    await openSocks();
    await app().getByRole("checkbox").last().check({ force: true });
    await app().getByRole("button", { name: "Set safety stock…" }).first().click();
    const dialog = app().getByRole("dialog");
    await dialog.getByLabel("Safety stock").fill("4");
    await dialog.getByRole("button", { name: "Save" }).click();
    await toast("1 row changed").waitFor();
    await app().getByText(`Else 2 from group Socks at ${store}`).waitFor();
    await app().getByRole("button", { name: "Views" }).click();
    await app().getByRole("button", { name: "Save what is shown now…", exact: true }).click();
    await dialog.getByLabel("Name").fill("Socks in Denver");
    await dialog.getByRole("button", { name: "Save" }).click();
    await toast("View saved").waitFor();
    await open("");
    await app().getByRole("button", { name: "Views" }).click();
    await app().getByRole("button", { name: "Socks in Denver", exact: true }).click();
    await app().getByText(`Else 2 from group Socks at ${store}`).waitFor();
  });

  it("shows what a file would change before it changes it, and what is wrong with one", async () => {
    await open("/import");
    const choose = (lines: string) =>
      app()
        .locator("input[type=file]")
        .setInputFiles({
          name: "pool.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(`SKU,Location,Safety stock,In pool\n${lines}\n`),
        });
    await choose(`NO-SUCH,${store},1,`);
    await app().getByText("Line 2: No item has the SKU “NO-SUCH”.").waitFor();
    await choose(`${socks},${store},7,no`);
    await app().getByText("keeps 7, not in the pool").waitFor();
    await app().getByRole("button", { name: "Apply 1 change" }).click();
    await toast("1 changed").waitFor();
    await openSocks();
    await app().getByText("Not in the pool", { exact: true }).first().waitFor();
  });

  it("is downloaded as it is shown", async () => {
    await openSocks();
    const started = admin.waitForEvent("download");
    await app().getByRole("button", { name: "Export CSV" }).click();
    const file = await (await started).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of file) chunks.push(chunk as Buffer);
    const [header, row, ...rest] = Buffer.concat(chunks).toString("utf8").split("\r\n");
    expect(header).toMatch(/^\uFEFFSKU,Location,Item,Group,On hand/);
    expect(row).toMatch(new RegExp(`^${socks},${store},Wool Socks / M,Socks,`));
    expect(rest).toEqual([""]);
  });

  it("is compared with Shopify for one location", async () => {
    await open("/sync");
    await app().getByLabel("Location").selectOption({ label: store });
    await app().getByRole("button", { name: "Resync this location" }).click();
    await toast("Comparing this location with Shopify").waitFor();
    await expect
      .poll(
        async () => {
          await open("/sync");
          return app().getByText("Comparison of one location").count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
  });
});
