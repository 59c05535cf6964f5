import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Whether the shop publishes rules only with a second person's approval. */
export async function needsApproval(tx: Tx, { shopId }: ShopContext): Promise<boolean> {
  const shop = await tx.shop.findUnique({ where: { shopId }, select: { ruleApproval: true } });
  return shop?.ruleApproval ?? false;
}
