import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { findDraft } from "./find-draft.server.ts";
import type { RuleDraft } from "./rule-draft.ts";

/**
 * A draft as last saved, whatever its state; null when the shop has none of this id. The rules an
 * engine gets are `rulesInForce(draft)`.
 */
export async function readDraft(shop: ShopContext, draftId: string): Promise<RuleDraft | null> {
  return inShop(shop, (tx) => findDraft(tx, shop, draftId));
}
