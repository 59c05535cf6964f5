import type { Tx } from "../db.server.ts";
import { applyItemChange } from "../inventory/apply-item-change.server.ts";
import { applyLevelUpdates } from "../inventory/apply-level-updates.server.ts";
import { dateLevelChange } from "../inventory/date-level-change.ts";
import { disconnectLevel } from "../inventory/disconnect-level.server.ts";
import { forgetItem } from "../inventory/forget-item.server.ts";
import { noteBulkFinished } from "../inventory/note-bulk-finished.server.ts";
import { noteProductsChanged } from "../inventory/note-products-changed.server.ts";
import { noteHints } from "../orders/note-hints.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { changeScopes } from "../shops/change-scopes.server.ts";
import { uninstallShop } from "../shops/uninstall-shop.server.ts";
import type { Hint } from "./hint.ts";

type HintOf<K extends Hint["kind"]> = Extract<Hint, { kind: K }>;

/** What is read of a stored webhook to act on it. */
export interface StoredEvent {
  readonly webhookId: string;
  readonly topic: string;
  readonly body: string;
  /** As X-Shopify-Triggered-At said; null when it said nothing. */
  readonly triggeredAt: Date | null;
}

export interface UnderstoodEvent {
  readonly event: StoredEvent;
  readonly hints: readonly Hint[];
}

/** Tells each noun folder what to look at, in the caller's transaction; floods go as one call. */
export async function applyHints(
  tx: Tx,
  shop: ShopContext,
  understood: readonly UnderstoodEvent[],
): Promise<void> {
  const hints = understood.flatMap((one) => one.hints);
  await applyLevelUpdates(tx, shop, understood.flatMap(listLevels));
  await applyPoolHints(tx, shop, hints);
  await noteHints(tx, shop, pick(hints, "order"), pick(hints, "fulfillment_order"));
  for (const { event, hints } of understood) {
    for (const hint of pick(hints, "compliance")) {
      await enqueue(tx, hint.job, { shopId: shop.shopId, webhookId: event.webhookId });
    }
  }
  for (const hint of pick(hints, "scopes")) await changeScopes(tx, shop, hint.current);
  for (const { event, hints } of understood) {
    if (pick(hints, "uninstalled").length > 0) await uninstallShop(tx, shop, event.triggeredAt);
  }
}

function listLevels({ event, hints }: UnderstoodEvent): HintOf<"level">[] {
  return pick(hints, "level").map((hint) => ({
    ...hint,
    updatedAt: dateLevelChange(hint.updatedAt, event.triggeredAt),
  }));
}

async function applyPoolHints(tx: Tx, shop: ShopContext, hints: readonly Hint[]): Promise<void> {
  for (const hint of pick(hints, "level_gone")) await disconnectLevel(tx, shop, hint);
  for (const hint of pick(hints, "item")) await applyItemChange(tx, shop, hint);
  for (const hint of pick(hints, "item_gone")) await forgetItem(tx, shop, hint.inventoryItemId);
  const productIds = pick(hints, "product").map((hint) => hint.productId);
  if (productIds.length > 0) await noteProductsChanged(tx, shop, productIds);
  for (const hint of pick(hints, "bulk_finished")) {
    await noteBulkFinished(tx, shop, hint.bulkOperationId);
  }
  if (pick(hints, "locations").length > 0) {
    await enqueue(tx, "sync-locations", { shopId: shop.shopId });
  }
}

function pick<K extends Hint["kind"]>(hints: readonly Hint[], kind: K): HintOf<K>[] {
  return hints.filter((hint): hint is HintOf<K> => hint.kind === kind);
}
