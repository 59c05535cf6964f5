import { readFile } from "node:fs/promises";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { adminPath, openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { listInvalidFields } from "./list-invalid-fields.ts";
import { openBrowser } from "./open-browser.ts";
import { findSeriousDefects } from "./run-axe.ts";
import { tabTo } from "./tab-to.ts";

const shopId = "backroom-outfitters.myshopify.com";
const socks = "SCK-M";
const home = { city: "Denver", provinceCode: "CO", countryCode: "US", zip: "80202" };
const denverHome = { ...home, latitude: 39.7509, longitude: -104.9966, address1: "1 Elm Street" };

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
  for (const { id, name } of shop.locations.values()) {
    const available = ["Denver Store", "Boulder Store"].includes(name) ? 20 : 0;
    setStock(shop, { sku: socks, locationId: id, available });
  }
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  browser = await openBrowser();
  admin = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  admin.setDefaultTimeout(30_000);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const app = (): FrameLocator => admin.frameLocator("#app-frame");
const button = (name: string) => app().getByRole("button", { name, exact: true });
const field = (label: string) => app().getByLabel(label, { exact: true });
const toast = (text: string) => admin.locator(".toast", { hasText: text }).first();
const saveBar = () => admin.locator("#save-bar");

async function openAdmin(path: string): Promise<void> {
  await admin.goto(`${stack.sandbox.url}${adminPath(shopId, path)}`);
  await app().locator("h1").first().waitFor();
}

async function save(): Promise<void> {
  await saveBar().getByRole("button", { name: "Save" }).click();
  await saveBar().waitFor({ state: "hidden" });
}

function locationNamed(name: string): string {
  return [...shop.locations.values()].find((one) => one.name === name)!.id;
}

/** A Denver customer buys a pair of socks; returns where Shopify has it in the end. */
async function buySocks(): Promise<string[]> {
  const lines = [{ sku: socks, quantity: 1 }];
  const order = placeOrder(shop, { lines, destination: denverHome });
  await awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
  return [...shop.fulfillmentOrders.values()]
    .filter((one) => one.orderId === order.id && isActive(one))
    .map((one) => shop.locations.get(one.locationId)?.name ?? "");
}

/** Serious findings of axe, and whether anything must be scrolled sideways, at two widths. */
async function judgePage(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [360, 1440]) {
    await admin.setViewportSize({ width, height: 900 });
    await openAdmin(path);
    const frame = admin.frame({ url: new RegExp(path) })!;
    const isWide = await frame.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    );
    if (isWide) found.push(`${path} scrolls sideways at ${width} px`);
    found.push(...(await findSeriousDefects(frame)));
  }
  return found;
}

describe("a location's settings", () => {
  it("give it a calendar, by plain fields, and the page says when parcels leave", async () => {
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    await button("Add hours on Monday").click();
    await field("Monday until").fill("09:00");
    await field("Public holidays of").selectOption({ label: "United States of America" });
    await app()
      .getByLabel(/^Thanksgiving Day, next on/)
      .waitFor();
    await field("State or province").selectOption({ label: "Colorado" });
    await app().getByText("CC BY-SA 3.0").waitFor();
    await field("Cutoff for express").fill("11:00");
    await button("Add a round").click();
    await field("Collected").fill("11:00");
    await saveBar().getByRole("button", { name: "Save" }).click();
    await expect.poll(() => listInvalidFields(app())).toContain("Collected");
    await app().getByText("Opening and closing are the same.").waitFor();
    await field("Monday until").fill("17:00");
    await field("Collected").fill("13:00");
    await save();
    await app()
      .getByText(/^by [A-Z][a-z]{2} \d/)
      .first()
      .waitFor();
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    expect(await field("Cutoff for express").inputValue()).toBe("11:00");
    expect(await field("State or province").inputValue()).toBe("CO");
    expect(await field("Monday until").inputValue()).toBe("17:00");
    await button("Remove Monday hours").click();
    await button("Remove round Midday").click();
    await save();
  });

  it("limit its day: the order after the last one goes elsewhere, and the list says it is full", async () => {
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    await field("Orders a day").fill("1");
    await field("Tags").fill("flagship");
    await save();
    expect(await buySocks()).toEqual(["Denver Store"]);
    expect(await buySocks()).toEqual(["Boulder Store"]);
    await openAdmin("app/locations");
    await field("Tag").selectOption("flagship");
    await app().getByText("1 of 1 order", { exact: true }).waitFor();
    await app().getByText("Full today").waitFor();
  });

  it("take it out of the pool by keyboard alone", async () => {
    await openAdmin(`app/locations/${locationNamed("Boulder Store")}`);
    await tabTo(admin, app(), "Ships orders from the pool");
    await admin.keyboard.press("Space");
    await save();
    await app().getByText("It ships no orders.", { exact: false }).waitFor();
  });
});

describe("the shipping rates", () => {
  const header = "service,up_to_km,up_to_kg,price,per_kg,transit_days";
  const csv = (...lines: string[]) => ({
    name: "rates.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([header, ...lines].join("\n")),
  });

  it("come from a file, whose problems are named by line, and go back into one", async () => {
    await openAdmin("app/rates");
    await app().getByText("In force: Backroom's starter rates").waitFor();
    await field("Name").fill("Carrier 2027");
    await field("Rate card (CSV)").setInputFiles(csv("standard,,,free,,3"));
    await button("Check and publish").click();
    await app().getByText("One problem: nothing was changed").waitFor();
    await app().getByText("Line 2: price must be an amount", { exact: false }).waitFor();
    const lines = ["standard,500,1,5.10,,2", "standard,500,,6.40,0.9,2", "standard,,,8,1.2,5"];
    await field("Rate card (CSV)").setInputFiles(csv(...lines));
    await button("Check and publish").click();
    await toast("Rates saved as version 2").waitFor();
    await app().getByText("In force: Carrier 2027").waitFor();
    const started = admin.waitForEvent("download");
    await button("Download as CSV: version 2").click();
    const path = await (await started).path();
    const text = (await readFile(path, "utf8")).replace("\uFEFF", "");
    expect(text.trim().split("\r\n")).toEqual([header, ...lines]);
  });

  it("can be told for a day to come, and taken back", async () => {
    await openAdmin("app/rates");
    await field("Name").fill("New year");
    await field("Applies from").fill("2099-01-01");
    await field("Rate card (CSV)").setInputFiles(csv("standard,,,9,,3"));
    await button("Check and publish").click();
    await app().getByText("Coming", { exact: true }).waitFor();
    await button("Take back version 3").click();
    await app().getByText("Taken back", { exact: true }).waitFor();
  });

  it("estimate a parcel, and ask for coordinates where they know none", async () => {
    await openAdmin("app/rates");
    await field("From").selectOption({ label: "Denver Store" });
    await field("To address").fill("99999");
    await button("Estimate").click();
    await app().getByText("Write its coordinates", { exact: false }).waitFor();
    await field("To address").fill("39.7509, -104.9966");
    await button("Estimate").click();
    await app().getByText("Labels only", { exact: false }).waitFor();
    await app().getByText("$5.10", { exact: true }).waitFor();
  });

  it("keep a split penalty, refused when it is no amount", async () => {
    await openAdmin("app/rates");
    await field("Each parcel after the first").fill("lots");
    await saveBar().getByRole("button", { name: "Save" }).click();
    await expect.poll(() => listInvalidFields(app())).toEqual(["Each parcel after the first"]);
    await field("Each parcel after the first").fill("3.75");
    await save();
    await openAdmin("app/rates");
    expect(await field("Each parcel after the first").inputValue()).toBe("3.75");
  });

  it("are held against what labels cost", async () => {
    const order = [...shop.orders.values()].find((one) => one.cancelledAt === null)!;
    await openAdmin("app/rates");
    await field("Label costs (CSV)").setInputFiles({
      name: "labels.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`order,cost\n${order.name},7.20\n#none,1\n`),
    });
    await button("Import label costs").click();
    await toast("1 of 2 labels matched to parcels").waitFor();
    await app().getByText("(few labels)", { exact: false }).waitFor();
    await app().getByText("#none: No order of this name has a parcel.").waitFor();
  });
});

describe("the pages", () => {
  it("pass axe and fit 360 and 1440 px", async () => {
    const denver = `app/locations/${locationNamed("Denver Store")}`;
    const found = [];
    for (const path of ["app/rates", "app/locations", denver])
      found.push(...(await judgePage(path)));
    expect(found).toEqual([]);
  }, 120_000);
});
