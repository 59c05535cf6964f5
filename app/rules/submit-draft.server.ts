import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Asks for a second person's approval; from here on the draft is not edited. */
export async function submitDraft(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "submit", async (_tx, draft) => ({
    fields: { authors: [...new Set([...draft.authors, shop.actor.name])] },
  }));
}
