import pg from "pg";
import { adminPath } from "#bin/stack/open-app.ts";
import { openApp } from "#bin/stack/open-app.ts";
import { clientSecret } from "#bin/stack/stack-environment.ts";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { printRow } from "./print-row.ts";
import { readMemory } from "./read-memory.ts";
import { runLoad } from "./run-load.ts";

const shopId = "backroom-outfitters.myshopify.com";
const perSecond = 1_000;
/** A process that has just started still compiles; a quarter of the load first, not counted. */
const warmUpSeconds = 8;

/** 1,000 signed webhooks a second while the worker works them off: latency, losses, memory. */
export async function measureAcknowledgement(seconds: number): Promise<void> {
  const stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [{ domain: shopId, plan: "plus" }],
  });
  await openApp(stack.sandbox, shopId);
  await awaitFirstSync(stack.databaseUrl, shopId);
  const shop = stack.sandbox.shops.get(shopId);
  if (!shop) throw new Error(adminPath(shopId));
  const random = seededRandom(1);
  for (let n = 0; n < 200; n += 1) placeOrder(shop, nextSampleOrder(shop, random));
  await stack.sandbox.deliveries.idle();
  await awaitSettled(stack.databaseUrl, shopId, shop.orders.size);
  const url = `${stack.webUrl.replace("localhost", "127.0.0.1")}/webhooks`;
  const load = { url, secret: clientSecret, shopId, events: sampleEvents(shop) };
  await runLoad({ ...load, perSecond: perSecond / 4, seconds: warmUpSeconds });
  const before = await countEvents(stack.databaseUrl);
  const result = await runLoad({ ...load, perSecond, seconds });
  const stored = (await countEvents(stack.databaseUrl)) - before;
  console.log(`\nAcknowledging ${perSecond} webhooks a second for ${seconds} s`);
  printRow("acknowledged of sent", `${result.acknowledged} of ${result.sent}`, "all");
  printRow("stored of acknowledged", `${stored} of ${result.acknowledged}`, "none lost");
  printRow("refused, failed", `${result.refused}, ${result.failed}`, "0, 0");
  const { p50, p99, max } = result.latencyMs;
  printRow(
    "p50, p99, max",
    `${p50.toFixed(1)}, ${p99.toFixed(1)}, ${max.toFixed(0)} ms`,
    "p99 < 50 ms",
  );
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
  await stack.stop();
}

/** What a busy shop sends: mostly stock, some orders. */
function sampleEvents(shop: ShopState): { topic: string; body: string }[] {
  const levels = [...shop.levels.values()].flatMap((byLocation) => [...byLocation.values()]);
  const stock = levels.slice(0, 300).map((level) => ({
    topic: "inventory_levels/update",
    body: `{"inventory_item_id":${level.inventoryItemId},"location_id":${level.locationId},"available":${level.units.available},"updated_at":"${new Date().toISOString()}","admin_graphql_api_id":"gid://shopify/InventoryLevel/1"}`,
  }));
  const orders = [...shop.orders.values()].slice(0, 200).map((order) => ({
    topic: "orders/updated",
    body: `{"id":${order.id},"admin_graphql_api_id":"gid://shopify/Order/${order.id}","name":"${order.name}","note":"${"x".repeat(6_000)}"}`,
  }));
  return [...stock, ...orders];
}

async function countEvents(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM inbox_events");
  await client.end();
  return rows[0]?.n ?? 0;
}
