import "#test/setup/database.ts";
import { describe, expect, it, vi } from "vitest";
import { inShop } from "#app/db.server.ts";
import { refreshHistory } from "#app/insights/history/refresh-history.server.ts";
import { loadPastOrders } from "#app/insights/replay/load-past-orders.server.ts";
import type { PastOrder } from "#app/insights/replay/replay-world.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import type { BatchWorld, RememberedOrder } from "#app/orders/internal/batch-world.ts";
import { withoutNotes } from "#app/orders/internal/build-snapshot.ts";
import { settleOrder } from "#app/orders/internal/settle-order.ts";
import { loadBatchWorld } from "#app/orders/load-batch-world.server.ts";
import { loadPool } from "#app/orders/load-networks.server.ts";
import { loadRememberedOrders } from "#app/orders/load-remembered-orders.server.ts";
import { networkOverTime } from "#app/orders/network-over-time.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import type { TrialPool } from "#app/orders/try-order.ts";
import { tryOrder } from "#app/orders/try-order.ts";
import type { Network } from "#app/routing/snapshot.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import { openShopWithAPast, readHistory } from "../history/shop-with-a-past.ts";

const ORDERS = 1_000;
const SEED = 20_261_121;
const AT_ONCE = 50;

interface Met {
  readonly remembered: readonly RememberedOrder[];
  readonly world: BatchWorld;
  readonly past: ReadonlyMap<string, PastOrder>;
  readonly networkAt: (at: Date) => Network;
}

describe("replay and live routing", () => {
  it(`give byte-identical plans for ${ORDERS} orders in the same world (seed ${SEED})`, async () => {
    const { state, shop } = await openShopWithAPast(0);
    const random = seededRandom(SEED);
    const ids = Array.from(
      { length: ORDERS },
      () => placeOrder(state, nextSampleOrder(state, random)).id,
    );
    await syncCatalog({ shopId: shop.shopId });
    await refreshHistory(shop);
    await readHistory();
    const met = await meet(shop, ids);
    const live = await readAll(shop, ids);
    // Live routing lends the engine a clock; a busy test machine must not cut a search short.
    vi.spyOn(performance, "now").mockReturnValue(0);
    const outcomes = new Set<string>();
    for (const known of met.remembered) {
      const order = live.get(known.orderId)!;
      const [fromLive, fromReplay] = [decideLive(known, order, met), replay(order, met)];
      expect(fromReplay).toBe(fromLive);
      outcomes.add((JSON.parse(fromLive) as { plan: { outcome: string } }).plan.outcome);
    }
    vi.restoreAllMocks();
    expect(met.remembered).toHaveLength(ORDERS);
    expect(outcomes).toContain("planned");
    expect(outcomes.size).toBeGreaterThan(1);
  }, 180_000);
});

/** What both paths read from the database, each by its own functions. */
async function meet(shop: ShopContext, ids: readonly string[]): Promise<Met> {
  return inShop(
    shop,
    async (tx) => {
      const reason = "order placed";
      await noteOrdersChanged(
        tx,
        shop,
        ids.map((orderId) => ({ orderId, reason })),
      );
      const pool = (await loadPool(tx, shop))!;
      const { shopId } = shop;
      const items = await tx.item.findMany({
        where: { shopId },
        select: { inventoryItemId: true },
      });
      const itemIds = items.map(({ inventoryItemId }) => inventoryItemId);
      const range = { from: new Date(0), until: new Date(Date.now() + 60_000), most: ORDERS };
      const past = await loadPastOrders(tx, shop, range);
      return {
        remembered: await loadRememberedOrders(tx, shop, ids, itemIds),
        world: await loadBatchWorld(tx, shop, pool, itemIds),
        past: new Map(past.map((order) => [order.orderId, order])),
        networkAt: networkOverTime(pool.networks.live.network, pool.locations),
      };
    },
    { timeout: 60_000 },
  );
}

async function readAll(shop: ShopContext, ids: readonly string[]): Promise<Map<string, LiveOrder>> {
  const live = new Map<string, LiveOrder>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const orders = await readOrders(shop.shopId, ids.slice(at, at + AT_ONCE));
    for (const order of orders) live.set(order.id, order);
  }
  return live;
}

/** As the job `route-orders` decides it, at the moment it was placed. */
function decideLive(known: RememberedOrder, live: LiveOrder, { world }: Met): string {
  const now = new Date(live.processedAt);
  const decision = settleOrder(known, live, {
    ...world,
    now,
    pool: copyPool(world.pool),
    capacity: new Map(world.capacity),
  }).decision!;
  return JSON.stringify({ snapshot: withoutNotes(decision.snapshot), plan: decision.plan });
}

/** As a replay decides it: its own units are given back where Shopify placed them. */
function replay(live: LiveOrder, { world, past, networkAt }: Met): string {
  const order = past.get(live.id)!;
  const pool = copyPool(world.pool);
  for (const { inventoryItemId, locationId, units } of order.placed) {
    const cell = pool.get(inventoryItemId ?? "")?.get(locationId);
    if (cell) cell.available += units;
  }
  const at = new Date(order.placedAt);
  const { snapshot, plan } = tryOrder(order.trial, {
    ...{ now: at, network: networkAt(at), items: world.items, pool },
    ...{ outsidePool: world.outsidePool, unitsLeftToday: {} },
  });
  // A live decision's network is stored apart from its snapshot.
  return JSON.stringify({ snapshot: { ...snapshot, network: undefined }, plan });
}

function copyPool(pool: TrialPool): TrialPool {
  return new Map(
    [...pool].map(([itemId, cells]) => [
      itemId,
      new Map([...cells].map(([locationId, cell]) => [locationId, { ...cell }])),
    ]),
  );
}
