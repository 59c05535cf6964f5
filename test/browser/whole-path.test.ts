import { findSeriousDefects } from "./run-axe.ts";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { compareBooks } from "#bin/demo/compare-books.ts";
import { readBooks } from "#bin/demo/read-books.ts";
import { adminPath, openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import type { Order } from "#sandbox/orders/order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { openBrowser } from "./open-browser.ts";

const shopId = "backroom-outfitters.myshopify.com";
const sku = "SCK-M";
const home = { city: "Denver", provinceCode: "CO", countryCode: "US", zip: "80202" };
const denverHome = { ...home, latitude: 39.7509, longitude: -104.9966, address1: "1 Elm Street" };

let stack: RunningStack;
let shop: ShopState;
let browser: Browser;
let admin: Page;
let device: Page;

beforeAll(async () => {
  stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [{ domain: shopId }],
  });
  const found = stack.sandbox.shops.get(shopId);
  if (!found) throw new Error(`no shop ${shopId}`);
  shop = found;
  for (const locationId of shop.locations.keys()) setStock(shop, { sku, locationId, available: 0 });
  setStock(shop, { sku, locationId: locationNamed("Denver Store"), available: 5 });
  setStock(shop, { sku, locationId: locationNamed("Boulder Store"), available: 5 });
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  browser = await openBrowser();
  admin = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  device = await phone.newPage();
  for (const page of [admin, device]) page.setDefaultTimeout(20_000);
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

const settled = () => awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
const app = (): FrameLocator => admin.frameLocator("#app-frame");
const openAdmin = (path: string) => admin.goto(`${stack.sandbox.url}${adminPath(shopId, path)}`);
const orderSocks = (): Order =>
  placeOrder(shop, { lines: [{ sku, quantity: 1 }], destination: denverHome });

/** Names of the locations where Shopify has the order's open fulfillment orders. */
function standsAt(order: Order): string[] {
  return [...shop.fulfillmentOrders.values()]
    .filter((one) => one.orderId === order.id && isActive(one))
    .map((one) => shop.locations.get(one.locationId)?.name ?? "");
}

function stockAt(name: string) {
  const row = ledgerOf(shop).stock.find(
    (candidate) => candidate.sku === sku && candidate.locationId === locationNamed(name),
  );
  return { available: row?.available, committed: row?.committed, onHand: row?.onHand };
}

describe("from checkout to the shelf", () => {
  let accepted: Order;
  let rejected: Order;

  it("shows a placed order routed, with its reasons", async () => {
    accepted = orderSocks();
    rejected = orderSocks();
    await settled();
    await openAdmin("app/orders");
    await app().getByText(accepted.name, { exact: true }).first().click();
    await app().getByRole("heading", { name: accepted.name }).waitFor();
    const page = await app().locator("body").innerText();
    expect(page).toMatch(/Ships whole from Denver Store/);
    expect(page).toMatch(/Boulder Store/);
    expect(page).toMatch(/Columbus Warehouse/);
    expect(standsAt(accepted)).toEqual(["Denver Store"]);
    expect(stockAt("Denver Store")).toEqual({ available: 3, committed: 2, onHand: 5 });
  });

  it("enrols a store's phone with a code that a manager makes", async () => {
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    await app().getByLabel("Device name").fill("Counter phone");
    await app().getByRole("button", { name: "Create enrolment code" }).click();
    const banner = app().getByRole("status").filter({ hasText: "type the code" });
    await banner.waitFor();
    const [address, code] = await banner.locator("p").allInnerTexts();
    if (!address || !code) throw new Error(`no address and code: ${await banner.innerText()}`);
    await device.goto(address.trim());
    await device.getByLabel("Code").fill(code.trim());
    await device.getByLabel("Your name").fill("Ana");
    await device.getByRole("button", { name: "Start" }).click();
    await device.getByRole("heading", { name: "Denver Store" }).waitFor();
  });

  it("lets the associate accept one task, which Shopify sees as progress", async () => {
    await device.getByRole("button", { name: `Accept order ${accepted.name}` }).click();
    await device.getByRole("button", { name: "Mark packed" }).waitFor();
    await settled();
    const statuses = [...shop.fulfillmentOrders.values()].filter(
      (one) => one.orderId === accepted.id,
    );
    expect(statuses.map((one) => one.status)).toEqual(["in_progress"]);
  });

  it("sends what she rejects to another store, and never back", async () => {
    await device.getByRole("link", { name: "Queue" }).click();
    await device.getByRole("link", { name: rejected.name, exact: true }).click();
    await device.getByText("Something missing or damaged?").click();
    await device.getByLabel("Why?").selectOption({ label: "Cannot find any" });
    await device.getByRole("button", { name: "Reject" }).click();
    await device
      .getByRole("status")
      .filter({ hasText: /rejected|sent|moved/i })
      .waitFor();
    await settled();
    expect(standsAt(rejected)).toEqual(["Boulder Store"]);
    expect(standsAt(accepted)).toEqual(["Denver Store"]);
    expect(stockAt("Denver Store")).toMatchObject({ available: 0, committed: 1 });
    expect(stockAt("Boulder Store")).toEqual({ available: 4, committed: 1, onHand: 5 });
    await openAdmin(`app/orders/${rejected.id}`);
    await app()
      .getByText(/Boulder Store/)
      .first()
      .waitFor();
    await rerouteInAdmin();
    expect(standsAt(rejected)).toEqual(["Boulder Store"]);
  });

  it("ships the accepted one with its tracking number", async () => {
    await device.goto(`${stack.sandbox.tunnelUrl}/store`);
    await device.getByRole("link", { name: `Continue order ${accepted.name}` }).click();
    await device.getByLabel("Carrier").fill("UPS");
    await device.getByLabel("Tracking number").fill("1Z999AA10123456784");
    await device.getByRole("button", { name: "Mark packed" }).click();
    await device.getByRole("button", { name: "It has left" }).click();
    await expect.poll(() => standsAt(accepted), { timeout: 20_000 }).toEqual([]);
    await settled();
    const [shipment] = [...shop.fulfillments.values()];
    expect(shipment).toMatchObject({
      status: "success",
      locationId: locationNamed("Denver Store"),
    });
    expect(stockAt("Denver Store")).toMatchObject({ committed: 0 });
  });

  it("leaves both books in agreement", async () => {
    await stack.sandbox.deliveries.idle();
    await settled();
    expect(compareBooks(await readBooks(stack.databaseUrl, shopId), shop)).toEqual([]);
  });

  /** Asking again must not send the order back to the store that rejected it. */
  async function rerouteInAdmin(): Promise<void> {
    setStock(shop, { sku, locationId: locationNamed("Denver Store"), available: 9 });
    await app().getByRole("button", { name: "Route again" }).first().click();
    await app().getByLabel("Reason").fill("checking that it stays away");
    await app().getByRole("dialog").getByRole("button", { name: "Route again" }).click();
    await app().getByRole("dialog").waitFor({ state: "hidden" });
    await settled();
  }
});

describe("every page", () => {
  const pages = [
    "app",
    "app/orders",
    "app/tasks",
    "app/exceptions",
    "app/inventory",
    "app/locations",
    "app/rules",
  ];

  it.each(pages)(
    "%s has nothing serious against accessibility, at 1440 and 390 px",
    async (path) => {
      for (const width of [1440, 390]) {
        await admin.setViewportSize({ width, height: 900 });
        await openAdmin(path);
        await app().locator("h1").first().waitFor();
        const frame = admin
          .frames()
          .find((candidate) => candidate.url().startsWith(stack.sandbox.tunnelUrl));
        if (!frame) throw new Error("the admin frames no app");
        expect(await findSeriousDefects(frame)).toEqual([]);
        const overflow = await frame.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    },
  );

  it("the store's queue on a phone as well", async () => {
    await device.goto(`${stack.sandbox.tunnelUrl}/store`);
    await device.locator("h1").waitFor();
    expect(await findSeriousDefects(device.mainFrame())).toEqual([]);
    const small = await device
      .locator("button, a.button")
      .evaluateAll(
        (elements) =>
          elements
            .map((element) => element.getBoundingClientRect())
            .filter((box) => box.height > 0 && box.height < 44).length,
      );
    expect(small).toBe(0);
  });

  it("an order that is not this shop's is not found", async () => {
    await openAdmin("app/orders/999999999");
    await app()
      .getByText(/not found|could not be found|does not exist/i)
      .first()
      .waitFor();
  });
});
