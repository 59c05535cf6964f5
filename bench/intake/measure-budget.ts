import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { compareBooks } from "#bin/demo/compare-books.ts";
import { readBooks } from "#bin/demo/read-books.ts";
import { openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { printRow } from "./print-row.ts";

const shopId = "standard-plan.myshopify.com";
/** Shopify's Standard plan: 100 points a second, a bucket of 2,000. */
const pointsPerSecond = 100;
const windowSeconds = 20;

/** How much of a Standard plan's point budget is used while there is something to write. */
export async function measureBudget(orders: number): Promise<void> {
  const stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [{ domain: shopId, plan: "standard" }],
    retrySpeed: 1_000,
  });
  const shop = stack.sandbox.shops.get(shopId);
  if (!shop) throw new Error(`no shop ${shopId}`);
  stockOneStore(shop);
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  const random = seededRandom(11);
  for (let n = 0; n < orders; n += 1) placeOrder(shop, nextSampleOrder(shop, random));
  console.log(`\nWriting the plans of ${orders} orders on a Standard plan`);
  await untilBucketIsLow(shop);
  const use = await usedShare(shop);
  printRow(
    `use of the point budget over ${windowSeconds} s`,
    `${(100 * use).toFixed(0)} %`,
    ">= 90 %",
  );
  await reportLosses(stack, shop);
  await stack.stop();
}

/** Everything is everywhere, but native routing picks other places than the rules: most orders move. */
function stockOneStore(shop: ShopState): void {
  for (const sku of shop.variantsBySku.keys()) {
    for (const locationId of shop.locations.keys())
      setStock(shop, { sku, locationId, available: 5_000 });
  }
}

/** The bucket's own 2,000 points come first; use is measured once only the refill is left. */
async function untilBucketIsLow(shop: ShopState): Promise<void> {
  while (bucketOf(shop).available > 700) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function usedShare(shop: ShopState): Promise<number> {
  const before = bucketOf(shop).spent;
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, windowSeconds * 1000));
  const seconds = (performance.now() - startedAt) / 1000;
  return (bucketOf(shop).spent - before) / (seconds * pointsPerSecond);
}

function bucketOf(shop: ShopState): { available: number; spent: number } {
  const [bucket] = [...shop.pointBuckets.values()];
  return bucket ?? { available: 2_000, spent: 0 };
}

async function reportLosses(stack: RunningStack, shop: ShopState): Promise<void> {
  await awaitSettled(stack.databaseUrl, shopId, shop.orders.size, 3_600_000);
  const complaints = compareBooks(await readBooks(stack.databaseUrl, shopId), shop);
  printRow("disagreements of the two books at the end", String(complaints.length), "0");
  for (const complaint of complaints.slice(0, 5)) console.log(`    ${complaint}`);
}
