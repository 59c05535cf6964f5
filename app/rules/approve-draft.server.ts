import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Approves what waits for it, unless the acting person worked on it. */
export async function approveDraft(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  const { name } = shop.actor;
  return stepDraft(shop, seen, "approve", async (_tx, draft) =>
    draft.authors.includes(name) ? { because: "own_work" } : { fields: { approvedBy: name } },
  );
}
