import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { publishRules } from "./publish-rules.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import { stepDraft } from "./step-draft.server.ts";

export interface PublishedDraft extends SeenDraft {
  /** The version in force that the person saw: publishing over an unseen one is refused as stale. */
  readonly liveVersion: number;
}

/** Makes a draft the rules in force, as a new version. Orders already decided keep their plans. */
export async function publishDraft(shop: ShopContext, seen: PublishedDraft): Promise<DraftWrite> {
  return stepDraft(shop, seen, "publish", async (tx, draft) => {
    const live = await readLiveRules(tx, shop);
    if (live?.version !== seen.liveVersion) return { because: "stale" };
    if (draft.approvedBy === "" && (await needsApproval(tx, shop))) {
      return { because: "needs_approval" };
    }
    const version = live.version + 1;
    const { ruleset, disabled, comment, name, draftId, approvedBy } = draft;
    await publishRules(tx, shop, {
      ...{ version, ruleset, disabled, comment: comment || name },
      ...{ origin: "published", draftId, approvedBy, temporaryFor: null },
    });
    return { fields: { publishedVersion: version, startsAt: null, endsAt: null }, version };
  });
}
