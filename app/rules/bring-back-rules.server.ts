import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { publishRules } from "./publish-rules.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import { readRuleVersion } from "./read-rule-version.server.ts";
import type { RuleDraft } from "./rule-draft.ts";

/**
 * When the time of temporary rules is over: the version that held before is published again, unless
 * somebody published other rules meanwhile, which then stay. Returns the new version, or null. The
 * caller holds the `rules` lock.
 */
export async function bringBackRules(
  tx: Tx,
  shop: ShopContext,
  draft: RuleDraft,
): Promise<number | null> {
  const live = await readLiveRules(tx, shop);
  if (live?.temporaryFor !== draft.draftId || draft.returnsTo === null) return null;
  const former = await readRuleVersion(tx, shop, draft.returnsTo);
  if (!former) return null;
  const version = live.version + 1;
  await publishRules(tx, shop, {
    ...{ version, ruleset: former.ruleset, disabled: former.disabled, origin: "returned" },
    comment: `“${draft.name}” is over: back to version ${former.version}.`,
    ...{ draftId: draft.draftId, approvedBy: former.approvedBy, temporaryFor: null },
  });
  return version;
}
