import type { Browser, FrameLocator, Page } from "playwright-core";
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
import { expectSound } from "./expect-sound.ts";
import { openBrowser } from "./open-browser.ts";
import { focusedLabel, tabToLabel } from "./tab-to-label.ts";

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

const sound = () => expectSound(admin, stack.sandbox.tunnelUrl);

describe("rules, from a template to a roll-back", () => {
  it("begins a draft from a set that answers a few questions", async () => {
    expect(standsAt(await buy())).toEqual(["Denver Store"]);
    await openAdmin("app/rules");
    await sound();
    await app().getByRole("link", { name: "Change rules" }).click();
    await app().getByText("Nearest store", { exact: true }).click();
    await app().getByText("They pick up in a store").waitFor();
    await sound();
    await button("Start from this set").click();
    await app().getByLabel("Name of this draft").waitFor();
    expect(await app().getByLabel("Name of this draft").inputValue()).toBe("Nearest store");
  });

  it("moves a lane by keyboard alone, says so, keeps the focus, and lint sees it", async () => {
    await tabToLabel(admin, app(), "Move up everything else");
    const before = (await headings()).filter((text) => /^\d+\. /.test(text));
    await admin.keyboard.press("Enter");
    await admin.keyboard.press("Enter");
    await app()
      .getByRole("status")
      .filter({ hasText: /everything else is now 1 of/ })
      .waitFor();
    await app()
      .getByText(/“everything else”, which comes first, takes/)
      .first()
      .waitFor();
    expect(await focusedLabel(app())).toBe("Move down everything else");
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
    await sound();
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
    const order = await buy();
    expect(standsAt(order)).toEqual(["Boulder Store"]);
    await openAdmin(`app/orders/${order.id}`);
    await app()
      .getByText(/with version 2 of your/)
      .first()
      .waitFor();
  });

  it("shows what differs, and rolls back in one click", async () => {
    await openAdmin("app/rules/versions");
    await sound();
    await app().getByRole("link", { name: "Version 2" }).click();
    await app().getByRole("heading", { name: "What differs" }).waitFor();
    await app().getByText("Guardrail “Denver rests”").waitFor();
    await sound();
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

describe("approval and the calendar", () => {
  /** The admin's own switch of the person signed in. */
  async function signInAs(name: string): Promise<void> {
    await admin.locator("#staff").selectOption({ label: name });
    await app().locator("h1").first().waitFor();
  }

  it("has a second person say yes before a change is published", async () => {
    await openAdmin("app/rules");
    await app()
      .getByLabel(/second person approves/)
      .check();
    await toast("Saved").waitFor();
    await openAdmin("app/rules/start");
    await button("Start from your rules").click();
    await button("Ask for approval…").click();
    await dialog().getByRole("button", { name: "Ask for approval" }).click();
    await app().getByText("Somebody who has not worked on it must approve it.").waitFor();
    await signInAs("Marcus Bell");
    await button("Approve…").click();
    await dialog().getByRole("button", { name: "Approve", exact: true }).click();
    await app().getByText("Approved by Marcus Bell.").waitFor();
    await sound();
  });

  it("puts it on the calendar by the shop's clock, with errors at the fields", async () => {
    await button("Schedule…").click();
    await app().getByLabel("Start date").fill("2020-01-01");
    await app().getByLabel("End date").fill("2020-01-02");
    await dialog().getByRole("button", { name: "Schedule", exact: true }).click();
    await app().getByText("Choose a start that is still to come").waitFor();
    await app().getByLabel("Start date").fill("2098-11-27");
    await app().getByLabel("End date").fill("2098-12-27");
    await dialog().getByRole("button", { name: "Schedule", exact: true }).click();
    await app().getByText("It holds from Nov 27, 2098, 00:00 until Dec 27, 2098, 00:00.").waitFor();
    await openAdmin("app/rules");
    await app().getByText("from Nov 27, 2098, 00:00 until Dec 27, 2098, 00:00").waitFor();
  });
});
