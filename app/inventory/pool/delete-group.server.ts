import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangePool } from "./may-change-pool.ts";
import { afterGroupChange } from "./save-group.server.ts";

/** Forgets a product group; its items go to the next group that takes them. */
export async function deleteGroup(
  shop: ShopContext,
  groupId: string,
): Promise<{ readonly ok: boolean }> {
  const { shopId } = shop;
  if (!mayChangePool(shop.actor)) return { ok: false };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "product-groups");
    const { count } = await tx.productGroup.deleteMany({ where: { shopId, groupId } });
    if (count === 0) return { ok: false };
    await tx.groupPlace.deleteMany({ where: { shopId, groupId } });
    await tx.poolAccuracy.deleteMany({ where: { shopId, groupId } });
    await afterGroupChange(tx, shop, { action: "product_group_deleted", subject: groupId });
    return { ok: true };
  });
}
