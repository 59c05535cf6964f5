import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Opens a draft for editing again; an approval it had is void. */
export async function sendBackDraft(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "send_back", async () => ({ fields: { approvedBy: "" } }));
}
