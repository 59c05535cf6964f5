import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { adminPath, openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { Order } from "#sandbox/orders/order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { openBrowser } from "./open-browser.ts";
import { findSeriousDefects } from "./run-axe.ts";

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
  const found = stack.sandbox.shops.get(shopId);
  if (!found) throw new Error(`no shop ${shopId}`);
  shop = found;
  for (const locationId of shop.locations.keys()) {
    setStock(shop, { sku: socks, locationId, available: 0 });
  }
  for (const name of ["Denver Store", "Boulder Store"]) {
    setStock(shop, { sku: socks, locationId: locationNamed(name), available: 20 });
  }
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

function locationNamed(name: string): string {
  const location = [...shop.locations.values()].find((candidate) => candidate.name === name);
  if (!location) throw new Error(`no location ${name}`);
  return location.id;
}

const app = (): FrameLocator => admin.frameLocator("#app-frame");
const button = (name: string) => app().getByRole("button", { name, exact: true });
const dialog = () => app().getByRole("dialog");
const toast = (text: string) => admin.locator(".toast", { hasText: text }).first();
const saveBar = () => admin.locator("#save-bar");
const headings = () => app().locator("h3").allInnerTexts();

async function openAdmin(path: string): Promise<void> {
  await admin.goto(`${stack.sandbox.url}${adminPath(shopId, path)}`);
  await app().locator("h1").first().waitFor();
}

async function buy(): Promise<Order> {
  const order = placeOrder(shop, {
    lines: [{ sku: socks, quantity: 1 }],
    destination: denverHome,
  });
  await awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
  return order;
}

/** Names of the locations where Shopify has the order's open fulfillment orders. */
function standsAt(order: Order): string[] {
  return [...shop.fulfillmentOrders.values()]
    .filter((one) => one.orderId === order.id && isActive(one))
    .map((one) => shop.locations.get(one.locationId)?.name ?? "");
}

/** Tab until the focus is on the control with this spoken name. */
async function tabToLabel(label: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await admin.keyboard.press("Tab");
    if ((await focusedLabel()) === label) return;
  }
  throw new Error(`Tab never reached ${label}`);
}

async function focusedLabel(): Promise<string | null> {
  const focused = app().locator(":focus");
  return (await focused.count()) === 0 ? null : focused.getAttribute("aria-label");
}

function appFrame(): Frame {
  const frame = admin
    .frames()
    .find((candidate) => candidate.url().startsWith(stack.sandbox.tunnelUrl));
  if (!frame) throw new Error("the admin frames no app");
  return frame;
}

/** Nothing serious for axe, nothing to scroll sideways, on a phone and on a desk. */
async function expectSound(): Promise<void> {
  for (const width of [360, 1440]) {
    await admin.setViewportSize({ width, height: 900 });
    expect(await findSeriousDefects(appFrame())).toEqual([]);
    const overflow = await appFrame().evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
}

describe("rules, from a template to a roll-back", () => {
  it("begins a draft from a set that answers a few questions", async () => {
    expect(standsAt(await buy())).toEqual(["Denver Store"]);
    await openAdmin("app/rules");
    await expectSound();
    await app().getByRole("link", { name: "Change rules" }).click();
    await app().getByText("Nearest store", { exact: true }).click();
    await app().getByText("They pick up in a store").waitFor();
    await expectSound();
    await button("Start from this set").click();
    await app().getByLabel("Name of this draft").waitFor();
    expect(await app().getByLabel("Name of this draft").inputValue()).toBe("Nearest store");
  });

  it("moves a lane by keyboard alone, says so, keeps the focus, and lint sees it", async () => {
    await tabToLabel("Move up everything else");
    const before = (await headings()).filter((text) => /^\d+\. /.test(text));
    await admin.keyboard.press("Enter");
    await admin.keyboard.press("Enter");
    await app()
      .getByRole("status")
      .filter({ hasText: /everything else is now 1 of/ })
      .waitFor();
    await app().getByText(/never/i).first().waitFor();
    expect(await focusedLabel()).toBe("Move down everything else");
    await admin.keyboard.press("Enter");
    await admin.keyboard.press("Enter");
    expect((await headings()).filter((text) => /^\d+\. /.test(text))).toEqual(before);
  });

  it("adds a guardrail as a sentence, with errors at the field until it is one", async () => {
    await button("Add a guardrail").click();
    await app().getByLabel("Name", { exact: true }).fill("Denver rests");
    await app().getByLabel("Add a demand").selectOption({ label: "Never ship from" });
    await app()
      .getByText(/Not complete/)
      .waitFor();
    await button("Say where").click();
    await app()
      .getByRole("group", { name: "Kind of location is any of" })
      .getByLabel("Field")
      .selectOption({ label: "Location" });
    const place = app().getByRole("combobox", { name: "Location is any of" });
    await place.fill("Denver");
    await app().getByRole("option", { name: "Denver Store" }).click();
    await app()
      .getByText(/never ship from Denver Store/)
      .first()
      .waitFor();
    await admin.keyboard.press("Escape");
    await expectSound();
  });

  it("asks before unsaved changes are left", async () => {
    let question = "";
    admin.once("dialog", (asked) => {
      question = asked.message();
      void asked.dismiss();
    });
    await app().getByRole("link", { name: "Rules", exact: true }).first().click();
    await expect.poll(() => question).toMatch(/unsaved changes/);
    await app().getByLabel("Name of this draft").waitFor();
  });

  it("saves and publishes, and the next order goes elsewhere", async () => {
    await saveBar().getByRole("button", { name: "Save" }).click();
    await toast("Draft saved").waitFor();
    await saveBar().waitFor({ state: "hidden" });
    await button("Publish…").click();
    await dialog().getByText("Guardrail “Denver rests”").waitFor();
    await dialog().getByRole("button", { name: "Publish", exact: true }).click();
    await toast("Version 2 of your rules is in force").waitFor();
    expect(standsAt(await buy())).toEqual(["Boulder Store"]);
  });

  it("shows what differs, and rolls back in one click", async () => {
    await openAdmin("app/rules/versions");
    await expectSound();
    await app().getByRole("link", { name: "Version 2" }).click();
    await app().getByRole("heading", { name: "What differs" }).waitFor();
    await app().getByText("Guardrail “Denver rests”").waitFor();
    await expectSound();
    await openAdmin("app/rules/versions");
    await button("Roll back to version 1").click();
    await dialog().getByRole("button", { name: "Roll back", exact: true }).click();
    await toast("Version 3 of your rules is in force").waitFor();
    expect(standsAt(await buy())).toEqual(["Denver Store"]);
  });

  it("refuses imported rules with the path of what is wrong", async () => {
    await openAdmin("app/rules/start");
    const rules = { guardrails: [{ id: "x", maxParcels: 0 }], lanes: [], whenNothingFits: [] };
    await app().getByLabel("Rules as JSON").fill(JSON.stringify(rules));
    await button("Import as a draft").click();
    await app().getByText("guardrails[0].maxParcels: must be a whole number").waitFor();
    await app().getByLabel("Rules as JSON").fill("{ not json");
    await button("Import as a draft").click();
    await app()
      .getByText(/It is no JSON/)
      .waitFor();
  });
});
