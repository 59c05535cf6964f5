import pg from "pg";
import { awaitFirstSync } from "#bin/demo/await-settled.ts";
import { openApp } from "#bin/stack/open-app.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { printRow } from "./print-row.ts";
import { readMemory } from "./read-memory.ts";

const busy = "busy-shop.myshopify.com";
const quiet = "quiet-shop.myshopify.com";

/**
 * A backlog of one shop's orders, received while no worker ran: how long until each is decided and
 * stored, and how long another shop's single order takes meanwhile.
 */
export async function measureBacklog(orders: number): Promise<void> {
  const stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [
      { domain: busy, plan: "plus" },
      { domain: quiet, plan: "plus", seed: 2 },
    ],
    retrySpeed: 1_000,
  });
  for (const shopId of [busy, quiet]) {
    await openApp(stack.sandbox, shopId);
    await awaitFirstSync(stack.databaseUrl, shopId);
  }
  await pileUp(stack, orders);
  const client = new pg.Client(stack.databaseUrl);
  await client.connect();
  console.log(`\nA backlog of ${orders} orders of one shop`);
  stack.worker = stack.spawn("bin/worker.ts");
  const startedAt = performance.now();
  const [backlogSeconds, quietMs] = await Promise.all([
    untilDecided(client, busy, orders, startedAt),
    decideQuietOrder(stack, client),
  ]);
  printRow("decided and stored in", `${backlogSeconds.toFixed(1)} s`, "< 60 s");
  printRow("another shop's order meanwhile in", `${quietMs.toFixed(0)} ms`, "< 2,000 ms");
  printRow(
    "most memory of web",
    `${readMemory(stack.web.child.pid).most.toFixed(0)} MB`,
    "< 400 MB",
  );
  printRow(
    "most memory of worker",
    `${readMemory(stack.worker.child.pid).most.toFixed(0)} MB`,
    "< 400 MB",
  );
  await client.end();
  await stack.stop();
}

async function pileUp(stack: RunningStack, orders: number): Promise<void> {
  await stack.worker.stop();
  const shop = shopOf(stack, busy);
  for (const sku of shop.variantsBySku.keys()) {
    for (const locationId of shop.locations.keys())
      setStock(shop, { sku, locationId, available: 100_000 });
  }
  const random = seededRandom(7);
  for (let n = 0; n < orders; n += 1) {
    placeOrder(shop, nextSampleOrder(shop, random));
    if (n % 100 === 99) await stack.sandbox.deliveries.idle();
  }
  await stack.sandbox.deliveries.idle();
}

function shopOf(stack: RunningStack, shopId: string): ShopState {
  const shop = stack.sandbox.shops.get(shopId);
  if (!shop) throw new Error(`no shop ${shopId}`);
  return shop;
}

async function untilDecided(
  client: pg.Client,
  shopId: string,
  orders: number,
  startedAt: number,
): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      "SELECT count(DISTINCT order_id)::int AS n FROM decisions WHERE shop_id = $1",
      [shopId],
    );
    if ((rows[0]?.n ?? 0) >= orders) return (performance.now() - startedAt) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Placed five seconds into the backlog; until its decision is in the database. */
async function decideQuietOrder(stack: RunningStack, client: pg.Client): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const shop = shopOf(stack, quiet);
  const placedAt = performance.now();
  placeOrder(shop, nextSampleOrder(shop, seededRandom(3)));
  for (;;) {
    const { rowCount } = await client.query("SELECT FROM decisions WHERE shop_id = $1 LIMIT 1", [
      quiet,
    ]);
    if (rowCount) return performance.now() - placedAt;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
