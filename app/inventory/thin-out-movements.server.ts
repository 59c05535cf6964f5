import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Long enough for every question about a season's stock. */
const keptDays = 180;

/** Forgets movements of stock that nobody asks about any more. */
export async function thinOutMovements(tx: Tx, { shopId, clock }: ShopContext): Promise<void> {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
  await tx.stockMovement.deleteMany({ where: { shopId, at: { lt: before } } });
}
