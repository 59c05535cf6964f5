import type { Clock } from "#app/clock.ts";
import { systemClock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { bringBackRules } from "./bring-back-rules.server.ts";
import type { DraftStep } from "./draft-state.ts";
import { nextDraftState } from "./draft-state.ts";
import { toDraft } from "./find-draft.server.ts";
import { publishRules } from "./publish-rules.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import type { RuleDraft } from "./rule-draft.ts";
import type { DraftFields } from "./step-draft.server.ts";
import { storeStep } from "./step-draft.server.ts";

/**
 * Job `publish-due-rules`: ends temporary rules whose time is over, then starts those whose time has
 * come. Everything is read from the calendar, so a late, repeated or restarted run does it once; a
 * period that went by while nothing ran is noted and skipped.
 */
export async function publishDueRules(
  { shopId }: JobPayloads["publish-due-rules"],
  clock: Clock = systemClock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "rules");
    for (const draft of await readDue(tx, shop, { state: "running", by: "endsAt" })) {
      await bringBackRules(tx, shop, draft);
      await take(tx, shop, draft, "end", {});
    }
    for (const draft of await readDue(tx, shop, { state: "scheduled", by: "startsAt" })) {
      await startDraft(tx, shop, draft);
    }
  });
}

interface Due {
  readonly state: "running" | "scheduled";
  readonly by: "endsAt" | "startsAt";
}

async function readDue(tx: Tx, shop: ShopContext, { state, by }: Due): Promise<RuleDraft[]> {
  const rows = await tx.ruleDraft.findMany({
    where: { shopId: shop.shopId, state, [by]: { lte: shop.clock.now() } },
    orderBy: [{ [by]: "asc" }, { draftId: "asc" }],
  });
  return rows.map(toDraft);
}

async function startDraft(tx: Tx, shop: ShopContext, draft: RuleDraft): Promise<void> {
  if (draft.endsAt && draft.endsAt <= shop.clock.now()) {
    return take(tx, shop, draft, "end", {});
  }
  const live = await readLiveRules(tx, shop);
  if (!live) return;
  const { ruleset, disabled, draftId, approvedBy, name } = draft;
  const version = live.version + 1;
  await publishRules(tx, shop, {
    ...{ version, ruleset, disabled, origin: "scheduled", draftId, approvedBy },
    comment: `Scheduled by ${draft.changedBy}: ${draft.comment || name}`,
    temporaryFor: draft.endsAt ? draftId : null,
  });
  if (!draft.endsAt) return take(tx, shop, draft, "publish", { publishedVersion: version });
  const fields = { publishedVersion: version, returnsTo: live.version };
  return take(tx, shop, draft, "start", fields);
}

async function take(
  tx: Tx,
  shop: ShopContext,
  draft: RuleDraft,
  step: DraftStep,
  fields: DraftFields,
): Promise<void> {
  const state = nextDraftState(draft.state, step);
  if (!state) throw new Error(`A draft that is ${draft.state} cannot ${step}.`);
  await storeStep(tx, shop, draft, { step, state, fields });
}
