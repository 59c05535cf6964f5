import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { forgetItems } from "./forget-items.server.ts";

/** The item was deleted in Shopify. */
export async function forgetItem(
  tx: Tx,
  shop: ShopContext,
  inventoryItemId: string,
): Promise<void> {
  await forgetItems(tx, shop, [inventoryItemId]);
}
