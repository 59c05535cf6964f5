import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { forgetItems } from "./forget-items.server.ts";

/**
 * After a full import: what it did not touch is gone in Shopify, and its webhook was missed. Items
 * are forgotten, stock rows deleted.
 */
export async function forgetUnseen(tx: Tx, shop: ShopContext, importedSince: Date): Promise<void> {
  const { shopId } = shop;
  const unseen = await tx.item.findMany({
    where: { shopId, deleted: false, updatedAt: { lt: importedSince } },
    select: { inventoryItemId: true },
  });
  await forgetItems(
    tx,
    shop,
    unseen.map((item) => item.inventoryItemId),
  );
  await tx.$executeRaw`
    delete from stock_levels where shop_id = ${shopId}
      and coalesce(greatest(read_at, shopify_updated_at), '-infinity') < ${importedSince}`;
}
