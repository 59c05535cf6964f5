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
import { listInvalidFields } from "./list-invalid-fields.ts";
import { openBrowser } from "./open-browser.ts";
import { tabTo } from "./tab-to.ts";

const shopId = "backroom-outfitters.myshopify.com";
const socks = "SCK-M";
const gas = "GAS-100G";
const mug = "MUG-WHITE";
const denverHome = {
  address1: "1 Elm Street",
  city: "Denver",
  provinceCode: "CO",
  countryCode: "US",
  zip: "80202",
  latitude: 39.7509,
  longitude: -104.9966,
};

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
  for (const sku of [socks, gas, mug]) {
    for (const locationId of shop.locations.keys())
      setStock(shop, { sku, locationId, available: 0 });
  }
  stock(socks, "Denver Store", 20);
  stock(socks, "Boulder Store", 20);
  stock(gas, "Denver Store", 20);
  stock(gas, "Columbus Warehouse", 20);
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

function stock(sku: string, name: string, available: number): void {
  setStock(shop, { sku, locationId: locationNamed(name), available });
}

const settled = () => awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
const app = (): FrameLocator => admin.frameLocator("#app-frame");
const button = (name: string) => app().getByRole("button", { name, exact: true });
const dialog = () => app().getByRole("dialog");
const toast = (text: string) => admin.locator(".toast", { hasText: text }).first();

async function openAdmin(path: string): Promise<void> {
  await admin.goto(`${stack.sandbox.url}${adminPath(shopId, path)}`);
  await app().locator("h1").first().waitFor();
}

/** A Denver customer buys one unit; done when Backroom has nothing left to do for it. */
async function buy(sku: string, tags: string[] = []): Promise<Order> {
  const order = placeOrder(shop, { lines: [{ sku, quantity: 1 }], destination: denverHome, tags });
  await settled();
  return order;
}

/** Names of the locations where Shopify has the order's open fulfillment orders. */
function standsAt(order: Order): string[] {
  return [...shop.fulfillmentOrders.values()]
    .filter((one) => one.orderId === order.id && isActive(one))
    .map((one) => shop.locations.get(one.locationId)?.name ?? "");
}

/** Fills the dialog's reason and sends it; the dialog closes itself once it went through. */
async function chooseLocation(name: string): Promise<void> {
  await dialog().getByLabel("Location").selectOption(locationNamed(name));
}

async function giveReason(reason: string, submit: string): Promise<void> {
  await dialog().getByLabel("Reason").fill(reason);
  await dialog().getByRole("button", { name: submit, exact: true }).click();
  await dialog().waitFor({ state: "hidden" });
}

describe("an order's page", () => {
  it("routes again with the stock of now, and Shopify follows", async () => {
    stock(socks, "Denver Store", 0);
    const order = await buy(socks);
    expect(standsAt(order)).toEqual(["Boulder Store"]);
    stock(socks, "Denver Store", 20);
    await settled();
    await openAdmin(`app/orders/${order.id}`);
    await button("Route again").click();
    await giveReason("the delivery came in", "Route again");
    await toast("Routing again").waitFor();
    await settled();
    expect(standsAt(order)).toEqual(["Denver Store"]);
    await app().getByText("Decision 2").first().waitFor();
    await app().getByText("“the delivery came in”").first().waitFor();
  });

  it("sends an order where a person says, after asking for what is missing", async () => {
    const order = await buy(socks);
    expect(standsAt(order)).toEqual(["Denver Store"]);
    await openAdmin(`app/orders/${order.id}`);
    await button("Send to…").click();
    await dialog().getByRole("button", { name: "Send it there" }).click();
    await dialog().getByText("Choose a location", { exact: true }).last().waitFor();
    await dialog().getByText("Say why", { exact: false }).first().waitFor();
    await chooseLocation("Boulder Store");
    await giveReason("the customer's sister works there", "Send it there");
    await settled();
    expect(standsAt(order)).toEqual(["Boulder Store"]);
  });

  it("can be routed again by keyboard alone", async () => {
    stock(socks, "Denver Store", 0);
    const order = await buy(socks);
    stock(socks, "Denver Store", 20);
    await settled();
    await openAdmin(`app/orders/${order.id}`);
    await tabTo(admin, app(), "Route again");
    await admin.keyboard.press("Enter");
    await dialog().waitFor();
    await tabTo(admin, app(), "Reason");
    await admin.keyboard.type("no mouse at hand");
    await tabTo(admin, app(), "Route again");
    await admin.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await settled();
    expect(standsAt(order)).toEqual(["Denver Store"]);
  });
});

describe("the pick tasks' page", () => {
  it("takes a task back, and the order goes elsewhere", async () => {
    const order = await buy(socks);
    expect(standsAt(order)).toEqual(["Denver Store"]);
    await openAdmin("app/tasks");
    await button(`Take back ${order.name} from Denver Store`).click();
    await giveReason("the store flooded", "Take back");
    await settled();
    expect(standsAt(order)).toEqual(["Boulder Store"]);
  });
});

describe("the rules' page", () => {
  it("switches a guardrail off and on, and the next decision shows it", async () => {
    expect(standsAt(await buy(gas))).toEqual(["Columbus Warehouse"]);
    await openAdmin("app/rules");
    await button("Switch off: delicate goods").click();
    await dialog().getByRole("button", { name: "Switch off" }).click();
    await toast("Version 2 of your rules is in force").waitFor();
    expect(standsAt(await buy(gas))).toEqual(["Denver Store"]);
    await button("Switch on: delicate goods").click();
    await dialog().getByRole("button", { name: "Switch on" }).click();
    await toast("Version 3 of your rules is in force").waitFor();
    expect(standsAt(await buy(gas))).toEqual(["Columbus Warehouse"]);
  });
});

describe("a location's page", () => {
  it("pauses it for the next order, and resumes it", async () => {
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    await button("Pause…").click();
    await giveReason("short-staffed", "Pause");
    await app().getByText("short-staffed").waitFor();
    expect(standsAt(await buy(socks))).toEqual(["Boulder Store"]);
    await button("Resume").click();
    await app().getByText("Orders go here whenever it is the best choice.").waitFor();
    expect(standsAt(await buy(socks))).toEqual(["Denver Store"]);
  });

  it("names the field that cannot be saved, and saves it once it is right", async () => {
    await openAdmin(`app/locations/${locationNamed("Denver Store")}`);
    const save = admin.locator("#save-bar").getByRole("button", { name: "Save" });
    await app().getByLabel("Units a day").fill("many");
    await app().getByLabel("Per parcel").fill("-1");
    await save.click();
    await expect.poll(() => listInvalidFields(app())).toEqual(["Units a day", "Per parcel"]);
    const isFocused = (element: Element) => element === element.ownerDocument.activeElement;
    expect(await app().getByLabel("Units a day").evaluate(isFocused)).toBe(true);
    await app().getByLabel("Units a day").fill("40");
    await app().getByLabel("Per parcel").fill("1.50");
    await save.click();
    await admin.locator("#save-bar").waitFor({ state: "hidden" });
    await openAdmin("app/locations");
    await app().getByText("of 40 units").waitFor();
  });
});

describe("an exception's page", () => {
  it("sends the order it is about to a location, and is settled by it", async () => {
    const order = await buy(mug);
    stock(mug, "Denver Store", 3);
    await settled();
    await openAdmin("app/exceptions");
    await app().getByText(`${order.name}: No location fits`).first().click();
    await button("Mark as known").click();
    await dialog().getByRole("button", { name: "Mark as known" }).click();
    await app()
      .getByText(/^Known to /)
      .waitFor();
    await button("Send to…").click();
    await chooseLocation("Denver Store");
    await giveReason("packed by hand, with care", "Send it there");
    await settled();
    expect(standsAt(order)).toEqual(["Denver Store"]);
    await app().getByText("Resolved", { exact: true }).waitFor();
  });
});

describe("the inventory page", () => {
  it("reads an item and the whole shop again, and says so", async () => {
    await openAdmin(`app/inventory?search=${socks}`);
    await app()
      .getByRole("button", { name: /^Resync Wool Socks/ })
      .first()
      .click();
    await toast("Read from Shopify again").waitFor();
    await button("Resync all").click();
    await toast("Comparing everything with Shopify").waitFor();
  });
});
