import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { chooseItemKeys } from "./choose-item-keys.ts";
import { assignGroups } from "./pool/assign-groups.server.ts";

export interface ItemChange {
  readonly inventoryItemId: string;
  readonly sku: string;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  /** Decimal string in the shop's currency; null when the merchant told Shopify none. */
  readonly unitCost: string | null;
}

/**
 * Takes over what inventory_items/update tells. An item we do not know yet is left to the
 * products/create or products/update that Shopify sends for its variant.
 */
export async function applyItemChange(
  tx: Tx,
  shop: ShopContext,
  change: ItemChange,
): Promise<void> {
  const { shopId } = shop;
  const { inventoryItemId, sku, tracked, requiresShipping, unitCost } = change;
  const known = await tx.item.findMany({
    where: { shopId, OR: [{ inventoryItemId }, { key: sku }] },
    select: { inventoryItemId: true, key: true },
  });
  const key = chooseItemKeys([change], known).get(inventoryItemId) ?? `#${inventoryItemId}`;
  await tx.item.updateMany({
    where: { shopId, inventoryItemId },
    data: { key, sku, tracked, requiresShipping, unitCost: unitCost ?? "0" },
  });
  await assignGroups(tx, shop, [inventoryItemId]);
}
