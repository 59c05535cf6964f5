import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangePool } from "./may-change-pool.ts";
import { afterGroupChange } from "./save-group.server.ts";

/** Moves a group one place up or down: the first group that takes an item has it. */
export async function moveGroup(
  shop: ShopContext,
  groupId: string,
  direction: "up" | "down",
): Promise<{ readonly ok: boolean }> {
  const { shopId } = shop;
  if (!mayChangePool(shop.actor)) return { ok: false };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "product-groups");
    const groups = await tx.productGroup.findMany({
      where: { shopId },
      orderBy: [{ position: "asc" }, { groupId: "asc" }],
    });
    const at = groups.findIndex((one) => one.groupId === groupId);
    if (at === -1) return { ok: false };
    const [moved] = groups.splice(at, 1);
    groups.splice(Math.max(0, direction === "up" ? at - 1 : at + 1), 0, moved!);
    for (const [position, one] of groups.entries()) {
      const where = { shopId_groupId: { shopId, groupId: one.groupId } };
      if (one.position !== position) await tx.productGroup.update({ where, data: { position } });
    }
    await afterGroupChange(tx, shop, { action: "product_group_moved", subject: groupId });
    return { ok: true };
  });
}
