import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { adminPath, openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { expectSound } from "./expect-sound.ts";
import { openBrowser } from "./open-browser.ts";

const shopId = "backroom-outfitters.myshopify.com";
const SEED = 20261122;

let stack: RunningStack;
let shop: ShopState;
let browser: Browser;
let admin: Page;
const random = seededRandom(SEED);

beforeAll(async () => {
  stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [{ domain: shopId }],
  });
  shop = stack.sandbox.shops.get(shopId)!;
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

const app = (): FrameLocator => admin.frameLocator("#app-frame");
const button = (name: string) => app().getByRole("button", { name, exact: true });
const dialog = () => app().getByRole("dialog");

async function openAdmin(path: string): Promise<void> {
  await admin.goto(`${stack.sandbox.url}${adminPath(shopId, path)}`);
  await app().locator("h1").first().waitFor();
}

async function takeOrders(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) placeOrder(shop, nextSampleOrder(shop, random));
  await awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
}

const expectPageSound = () => expectSound(admin, stack.sandbox.tunnelUrl);

async function beginDraft(): Promise<void> {
  await openAdmin("app/rules/start");
  await button("Start from this set").click();
  await admin.waitForURL(/rules\/drafts\//);
}

it(`a draft runs in the shadow, and its report grows by itself (seed ${SEED})`, async () => {
  await beginDraft();
  await openAdmin("app/rules/shadow");
  await expectPageSound();
  await button("Start").click();
  await app().getByText("No order was decided yet").waitFor();
  await takeOrders(6);
  // Nobody reloads the page.
  await app().getByText("Of 6 orders the draft would have decided").waitFor();
  await app()
    .getByText("Too few orders to say what it would have cost")
    .or(app().getByText("The cost of an order would have changed by"))
    .waitFor();
  await expectPageSound();
  await button("Stop").click();
  await dialog().getByRole("button", { name: "Stop", exact: true }).click();
  await app().getByText("Stopped", { exact: true }).waitFor();
}, 120_000);

it(`a pilot asks for what is missing, splits the orders, and is promoted (seed ${SEED})`, async () => {
  await openAdmin("app/rules/pilots");
  await expectPageSound();
  await button("Start the pilot").click();
  await app().getByText("Choose the last day").waitFor();
  await app().getByLabel("Last day").fill("2099-12-24");
  await app().getByLabel("Share of orders it decides").fill("50");
  await button("Start the pilot").click();
  await app().getByText("50 of 100 are decided by the draft").waitFor();
  await takeOrders(10);
  await app().getByText("So far 0 orders by the draft and 0 in").waitFor({ state: "hidden" });
  const state = await app().getByText("So far").innerText();
  const [, treated, control] = /So far (\d+) orders by the draft and (\d+) in/.exec(state)!;
  expect(Number(treated) + Number(control)).toBe(10);
  await expectPageSound();
  await button("Promote").click();
  await dialog().getByRole("button", { name: "Promote", exact: true }).click();
  await app().getByText("Promoted", { exact: true }).waitFor();
  await openAdmin("app/rules/versions");
  await app().getByText("Version 2", { exact: false }).first().waitFor();
}, 120_000);
