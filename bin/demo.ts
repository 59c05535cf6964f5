import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { awaitFirstSync, awaitSettled } from "./demo/await-settled.ts";
import { compareBooks } from "./demo/compare-books.ts";
import { describeRun } from "./demo/print-report.ts";
import { listLiveOrders } from "./demo/list-live-orders.ts";
import { readBooks } from "./demo/read-books.ts";
import type { DemoOptions } from "./demo/read-options.ts";
import { readOptions } from "./demo/read-options.ts";
import { adminPath, openApp } from "./stack/open-app.ts";
import type { RunningStack } from "./stack/start-stack.ts";
import { startStack } from "./stack/start-stack.ts";

const shopId = "backroom-outfitters.myshopify.com";
const orderEveryMs = 20_000;
/** Of the sample shop's last 60 days: what rules are tried on. */
const pastOrders = 900;

try {
  await runDemo(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function runDemo(options: DemoOptions): Promise<void> {
  const stack = await startStack({
    ports: options.ports,
    shops: [{ domain: shopId, seed: options.seed, sample: { pastOrders } }],
    say: (line) => console.log(line),
    onDeath: (tail) => {
      console.error(`A part of the app ended by itself:\n${tail}`);
      process.exit(1);
    },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void leave(stack, 0));
  await play(stack, options).catch(async (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    await leave(stack, 1);
  });
}

async function play(stack: RunningStack, options: DemoOptions): Promise<void> {
  console.log("Installing the app in the sample shop …");
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  const { shop, random } = sampleShop(stack, options.seed);
  console.log(`Placing ${options.orders} orders (seed ${options.seed}) …`);
  for (let n = 0; n < options.orders; n += 1) placeOrder(shop, nextSampleOrder(shop, random));
  await awaitSettled(stack.databaseUrl, shopId, listLiveOrders(shop).length);
  if (options.exit) return report(stack, shop);
  announce(stack);
  setInterval(() => placeOrder(shop, nextSampleOrder(shop, random)), orderEveryMs);
}

function sampleShop(stack: RunningStack, seed: number): { shop: ShopState; random: () => number } {
  const shop = stack.sandbox.shops.get(shopId);
  if (!shop) throw new Error(`The sandbox has no shop ${shopId}.`);
  return { shop, random: seededRandom(seed) };
}

async function report(stack: RunningStack, shop: ShopState): Promise<void> {
  await stack.sandbox.deliveries.idle();
  await awaitSettled(stack.databaseUrl, shopId, listLiveOrders(shop).length);
  const books = await readBooks(stack.databaseUrl, shopId);
  console.log(`\n${describeRun(books, shop)}\n`);
  const complaints = compareBooks(books, shop);
  for (const complaint of complaints) console.log(`  differs: ${complaint}`);
  console.log(complaints.length === 0 ? "Both books agree." : "The books do not agree.");
  await leave(stack, complaints.length === 0 ? 0 : 1);
}

function announce(stack: RunningStack): void {
  console.log(`
Backroom is running. Open:
  the app in the shop's admin   ${stack.sandbox.url}${adminPath(shopId)}
  the store's device            ${stack.sandbox.tunnelUrl}/store
  Shopify's side (place orders, change stock, break things)
                                ${stack.sandbox.url}/sandbox

An order arrives every ${orderEveryMs / 1000} s. Ctrl-C stops everything.`);
}

async function leave(stack: RunningStack, code: number): Promise<void> {
  await stack.stop();
  process.exit(code);
}
