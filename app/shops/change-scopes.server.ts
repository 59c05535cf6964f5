import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** The merchant granted or took away access scopes; these are all it has now. */
export async function changeScopes(
  tx: Tx,
  shop: ShopContext,
  current: readonly string[],
): Promise<void> {
  const { shopId } = shop;
  await tx.shop.updateMany({ where: { shopId }, data: { scopes: current.join(",") } });
}
