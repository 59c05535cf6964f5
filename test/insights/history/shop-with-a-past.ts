import { systemClock } from "#app/clock.ts";
import { importHistory } from "#app/insights/history/import-history.server.ts";
import { syncHistory } from "#app/insights/history/sync-history.server.ts";
import { importCatalog } from "#app/inventory/import-catalog.server.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { drainJobs } from "#test/builders/job-queue.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

/** A sandboxed shop whose catalogue and last 60 days of orders have been read, as its owner sees it. */
export async function openShopWithAPast(
  pastOrders: number,
): Promise<{ readonly state: ShopState; readonly shop: ShopContext }> {
  const { state, shop: installed } = await openSandboxedShop({ seed: 7, sample: { pastOrders } });
  const { shopId } = installed;
  await syncCatalog({ shopId });
  await readHistory();
  const actor = { role: "owner", name: "Olga Owner" } as const;
  return { state, shop: { shopId, actor, clock: systemClock } };
}

/** Runs the waiting jobs that read catalogue and past orders. */
export async function readHistory(): Promise<void> {
  await drainJobs({
    "import-catalog": ([payload]) => importCatalog(payload!),
    "sync-history": ([payload]) => syncHistory(payload!),
    "import-history": ([payload]) => importHistory(payload!),
  });
}
