import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { openDraftStates } from "#app/rules/draft-state.ts";
import { findDraft } from "#app/rules/find-draft.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { RuleDraft } from "#app/rules/rule-draft.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShadowWrite } from "./shadow-write.ts";

/** Each run decides every order once more; three are still far less work than the orders themselves. */
const MOST_RUNS = 3;

/**
 * Lets a draft decide beside live traffic from the next order on. Its rules are frozen as they stand, so
 * that every order of the report was decided alike.
 */
export async function startShadow(
  shop: ShopContext,
  { draftId }: { readonly draftId: string },
): Promise<ShadowWrite> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "shadow");
    const draft = await findDraft(tx, shop, draftId);
    if (!draft || !openDraftStates.includes(draft.state))
      return { ok: false, because: "not_found" };
    const running = await tx.shadowRun.findMany({
      where: { shopId: shop.shopId, stoppedAt: null },
      select: { draftId: true },
    });
    if (running.some((run) => run.draftId === draftId))
      return { ok: false, because: "runs_already" };
    if (running.length >= MOST_RUNS) return { ok: false, because: "too_many" };
    return { ok: true, shadowId: await storeRun(tx, shop, draft) };
  });
}

async function storeRun(tx: Tx, shop: ShopContext, draft: RuleDraft): Promise<string> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  const { draftId, name, revision } = draft;
  const { shadowId } = await tx.shadowRun.create({
    data: {
      ...{ shopId, draftId, name, revision, startedAt: now, startedBy: actor.name, seenUpTo: now },
      ruleset: rulesInForce(draft) as unknown as Prisma.InputJsonObject,
    },
  });
  await tx.auditEntry.create({
    data: {
      ...{ shopId, at: now, actor: actor.name, action: "shadow_started" },
      ...{ subject: `shadow ${shadowId}`, detail: { name, draftId, revision } },
    },
  });
  return shadowId;
}
