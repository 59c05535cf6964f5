import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Puts a draft away for good; it stays in the audit log. */
export async function discardDraft(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "discard");
}
