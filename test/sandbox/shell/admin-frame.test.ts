import chromium from "@sparticuz/chromium";
import { createServer, type IncomingMessage } from "node:http";
import { chromium as browserType, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeServer } from "#sandbox/server/http/close-server.ts";
import { listenOn } from "#sandbox/server/http/listen-on.ts";
import { framedApp } from "./framed-app.ts";
import { SHOP, startTestSandbox } from "./start-test-sandbox.ts";

const dataRequests: IncomingMessage["headers"][] = [];
const app = createServer((incoming, outgoing) => {
  const { pathname } = new URL(incoming.url ?? "/", "http://app.invalid");
  if (pathname === "/reauthorize") {
    const address = "https://admin.shopify.com/store/outfitters/apps/test-client/rules";
    outgoing.writeHead(401, { "X-Shopify-API-Request-Failure-Reauthorize-Url": address }).end();
    return;
  }
  if (pathname !== "/data") {
    outgoing.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `frame-ancestors https://${SHOP} https://admin.shopify.com;`,
    });
    outgoing.end(framedApp(pathname));
    return;
  }
  dataRequests.push(incoming.headers);
  const isFirst = dataRequests.length === 1;
  outgoing.writeHead(isFirst ? 401 : 200, {
    "content-type": "text/plain",
    ...(isFirst ? { "X-Shopify-Retry-Invalid-Session-Request": "1" } : {}),
  });
  outgoing.end(isFirst ? "" : "data with a fresh token");
});

const appPort = Number(new URL(await listenOn(app, 0, "a test")).port);
const { sandbox, control } = await startTestSandbox({ appPort });
const errors: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await control("POST", `shops/${SHOP}/orders`, { count: 3 });
  browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, "--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(5_000);
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${sandbox.url}/admin/store/outfitters/apps/backroom/orders?status=held`);
});
afterAll(async () => {
  await browser.close();
  await closeServer(app);
});

const framed = () => page.frameLocator("#app-frame");
const logged = async (text: string) => {
  await framed().locator("#log li", { hasText: text }).first().waitFor();
};

test("the app is framed with its title, its menu and its own address behind the admin's", async () => {
  await framed().locator("#path", { hasText: "/orders" }).waitFor();
  await page.locator("#app-title", { hasText: "Page /orders" }).waitFor();
  expect(await page.locator("#app-menu a").allTextContents()).toEqual(["Orders", "Rules"]);
  expect(await page.locator("#app-menu a[aria-current]").textContent()).toBe("Orders");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    "/admin/store/outfitters/apps/backroom/orders?status=held",
  );
});

test("the title bar's button presses the app's", async () => {
  await page.locator("#title-actions button", { hasText: "Route again" }).click();
  await logged("pressed");
});

test("a request of the app carries a session token, and a fresh one when asked again", async () => {
  await framed().getByText("Fetch", { exact: true }).click();
  await logged("data with a fresh token");
  const tokens = dataRequests.map((headers) => headers.authorization);
  expect(tokens).toHaveLength(2);
  expect(tokens.every((token) => token?.startsWith("Bearer ey"))).toBe(true);
  expect(new Set(tokens).size).toBe(2);
});

test("a toast appears in the admin and goes when dismissed", async () => {
  await framed().getByText("Toast", { exact: true }).click();
  await page.locator(".toast", { hasText: "Order routed" }).waitFor();
  await page.locator(".toast").getByLabel("Dismiss").click();
  expect(await page.locator(".toast").count()).toBe(0);
});

test("a modal shows its content and presses the app's button", async () => {
  await framed().getByText("Open modal").click();
  await framed().getByText("Because it is near.").waitFor();
  await framed().getByRole("button", { name: "Understood" }).click();
  await logged("understood");
  await framed().getByLabel("Close").click();
});

test("the picker gives a variant of the shop", async () => {
  await framed().getByText("Pick", { exact: true }).click();
  await page.locator("#picker label").first().click();
  const sku = await page.locator("#picker label .quiet").first().textContent();
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await logged(`picked ${sku}`);
});

test("an edited form opens the save bar, which saves, discards and guards the page", async () => {
  const name = framed().getByLabel("Name");
  await name.fill("new");
  await page.locator("#app-menu a", { hasText: "Rules" }).click();
  expect(await framed().locator("#path").textContent()).toBe("/orders");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.locator("#save-bar").waitFor({ state: "hidden" });
  expect(await name.inputValue()).toBe("old");
  await name.fill("newer");
  await page.getByRole("button", { name: "Save" }).click();
  await logged("saved newer");
  await page.locator("#save-bar").waitFor({ state: "hidden" });
});

test("the admin's menu navigates the app, and the address follows", async () => {
  await page.locator("#app-menu a", { hasText: "Rules" }).click();
  await framed().locator("#path", { hasText: "/rules" }).waitFor();
  await page.waitForURL(/\/apps\/backroom\/rules$/);
});

test("an answer that asks for another address of the admin leads there", async () => {
  await page.locator("#app-menu a", { hasText: "Orders" }).click();
  await page.waitForURL(/\/apps\/backroom\/orders$/);
  await framed().getByText("Reauthorize").click();
  await page.waitForURL(/\/apps\/(test-client|backroom)\/rules$/);
  await framed().locator("#path", { hasText: "/rules" }).waitFor();
});

test("a bounce page comes back to where it was going, with a token", async () => {
  const reload = encodeURIComponent(`${sandbox.tunnelUrl}/after?kept=1`);
  const landed = page.waitForRequest((request) =>
    request.url().includes("/after?kept=1&id_token=ey"),
  );
  await page.goto(
    `${sandbox.url}/admin/store/outfitters/apps/backroom/bounce?shopify-reload=${reload}`,
  );
  await landed;
  await framed().locator("#path", { hasText: "/after" }).waitFor();
});

test("what the stand-in lacks fails by name", async () => {
  await framed().getByText("Unbuilt").click();
  await logged("shopify.scanner is not built");
});

test("a link to the admin leaves the app for the orders, which show their locations", async () => {
  await framed().getByText("To the admin").click();
  await page.waitForURL(/\/admin\/store\/outfitters\/orders$/);
  expect(await page.locator("table.orders tbody tr").count()).toBe(3);
  expect(await page.locator(".place").first().textContent()).toMatch(/× \d/);
  await page.locator("table.orders th a").first().click();
  await page.locator("section.card h2").first().waitFor();
});

test("the till shows the app's store page, signed in at its location", async () => {
  const shop = sandbox.shops.get(SHOP);
  const location = [...(shop?.locations.values() ?? [])].at(-1);
  await page.goto(`${sandbox.url}/pos/outfitters?location=${location?.id}`);
  await framed().locator("#path", { hasText: "/store" }).waitFor();
  const source = await page.locator("#app-frame").getAttribute("src");
  expect(new URL(source ?? "").searchParams.get("location_id")).toBe(location?.id);
});

test("the control page places an order and holds it behind the app's back", async () => {
  await page.goto(`${sandbox.url}/sandbox`);
  await page.getByRole("button", { name: "Place an order" }).click();
  await page.locator("#orders details").nth(3).waitFor();
  await page.locator("#orders details summary").first().click();
  await page.locator("#orders details[open]").getByRole("button", { name: "Hold" }).first().click();
  await page.locator("#orders details[open] .parcel .badge.on_hold").first().waitFor();
});

test.each([390, 1440])("no page scrolls sideways at %i px", async (width) => {
  await page.setViewportSize({ width, height: 844 });
  for (const path of [
    "/sandbox",
    "/admin/store/outfitters/orders",
    "/admin/store/outfitters/apps/backroom/",
  ]) {
    await page.goto(`${sandbox.url}${path}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
});

test("no page threw an error", () => {
  expect(errors).toEqual([]);
});
