import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

/** Takes a draft off the calendar before its start; an approval it had is void. */
export async function unscheduleDraft(shop: ShopContext, seen: SeenDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "unschedule", async () => ({
    fields: { startsAt: null, endsAt: null, approvedBy: "" },
  }));
}
