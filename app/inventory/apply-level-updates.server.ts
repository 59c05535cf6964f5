import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { writeLevels } from "./write-levels.server.ts";

export interface LevelUpdate {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** Takes over what inventory_levels/update and /connect tell, in one statement for a whole flood. */
export async function applyLevelUpdates(
  tx: Tx,
  shop: ShopContext,
  updates: readonly LevelUpdate[],
): Promise<void> {
  await writeLevels(tx, shop, updates, { cause: "shopify", readAt: null });
}
