import { randomUUID } from "node:crypto";
import { inShop } from "#app/db.server.ts";
import { mayManage } from "#app/locations/may-manage.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import { ShopifyError } from "#app/shopify/errors.ts";
import type { CountEnd } from "./settle-count.server.ts";
import { settleCount } from "./settle-count.server.ts";

export interface NewCount extends LevelKey {
  /** Every unit found, also those set aside for orders. */
  readonly counted: number;
  /** On hand as the page showed it: if Shopify's has changed since, nothing is written. */
  readonly seenOnHand: number;
}

export type CountOutcome =
  | { readonly ok: true; readonly state: "done" | "pending" }
  | { readonly ok: false; readonly because: "not_found" }
  | { readonly ok: false; readonly because: "stale" | "refused"; readonly message: string };

/** Should this process die between storing a count and settling it, the job does the latter. */
const rescueSeconds = 60;

/**
 * A person counted a shelf: Shopify's available changes by what was found more or less than on hand.
 * The count is stored before Shopify is told; when Shopify does not answer it is `pending` and the
 * background finishes it. Throws nothing of Shopify's.
 */
export async function saveCount(shop: ShopContext, count: NewCount): Promise<CountOutcome> {
  const { shopId, actor, clock } = shop;
  const { inventoryItemId, locationId, counted, seenOnHand } = count;
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  const countId = randomUUID();
  const isStored = await inShop(shop, async (tx) => {
    const shelf = { shopId, inventoryItemId, locationId };
    if ((await tx.stockLevel.count({ where: shelf })) === 0) return false;
    await tx.stockCount.create({
      data: { ...shelf, countId, counted, seenOnHand, actor: actor.name, countedAt: clock.now() },
    });
    await enqueue(tx, "settle-count", { shopId, countId }, { afterSeconds: rescueSeconds });
    return true;
  });
  if (!isStored) return { ok: false, because: "not_found" };
  return describe(await settleWhileWaiting(shop, countId));
}

async function settleWhileWaiting(shop: ShopContext, countId: string): Promise<CountEnd | null> {
  return settleCount(shop, countId).catch((error: unknown) => {
    if (error instanceof ShopifyError) return null;
    throw error;
  });
}

function describe(end: CountEnd | null): CountOutcome {
  if (end === null) return { ok: true, state: "pending" };
  if (end.status === "done") return { ok: true, state: "done" };
  return { ok: false, because: end.status, message: end.note };
}
