import type { ShopContext } from "#app/shop-context.ts";
import { bringBackRules } from "./bring-back-rules.server.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Ends rules of limited time before their end; the former rules come back now. */
export async function endTemporaryRules(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "end", async (tx, draft) => {
    if (draft.state !== "running") return { because: "wrong_state" };
    const version = await bringBackRules(tx, shop, draft);
    const fields = { endsAt: shop.clock.now() };
    return version === null ? { fields } : { fields, version };
  });
}
