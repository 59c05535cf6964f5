import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { DraftState, DraftStep } from "./draft-state.ts";
import { nextDraftState } from "./draft-state.ts";
import type { DraftRefusal, DraftWrite, SeenDraft } from "./draft-write.ts";
import { findDraft } from "./find-draft.server.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import type { RuleDraft } from "./rule-draft.ts";

/** What a step changes besides the state, or why it may not be taken. */
export type StepChange =
  { readonly fields: DraftFields; readonly version?: number } | { readonly because: DraftRefusal };

export type DraftFields = Omit<Prisma.RuleDraftUncheckedUpdateInput, "shopId" | "draftId">;

/**
 * Takes a draft one step on, under the shop's `rules` lock, with an audit entry. `work` does what
 * belongs to the step; it refuses before it writes anything.
 */
export async function stepDraft(
  shop: ShopContext,
  seen: SeenDraft,
  step: DraftStep,
  work: (tx: Tx, draft: RuleDraft) => Promise<StepChange> = async () => ({ fields: {} }),
): Promise<DraftWrite> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "rules");
    const draft = await findDraft(tx, shop, seen.draftId);
    if (!draft) return { ok: false, because: "not_found" };
    const state = nextDraftState(draft.state, step);
    if (!state) return { ok: false, because: "wrong_state" };
    if (draft.revision !== seen.revision) return { ok: false, because: "stale" };
    const change = await work(tx, draft);
    if ("because" in change) return { ok: false, because: change.because };
    await storeStep(tx, shop, draft, { step, state, fields: change.fields });
    const version = change.version === undefined ? {} : { version: change.version };
    return { ok: true, revision: draft.revision + 1, state, ...version };
  });
}

interface StoredStep {
  readonly step: DraftStep;
  readonly state: DraftState;
  readonly fields: DraftFields;
}

/** Writes a step that was allowed, and that it was taken. The caller holds the `rules` lock. */
export async function storeStep(
  tx: Tx,
  shop: ShopContext,
  draft: RuleDraft,
  { step, state, fields }: StoredStep,
): Promise<void> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  await tx.ruleDraft.update({
    where: { shopId_draftId: { shopId, draftId: draft.draftId } },
    data: {
      ...fields,
      state,
      revision: draft.revision + 1,
      changedBy: actor.name,
      changedAt: now,
    },
  });
  await tx.auditEntry.create({
    data: {
      ...{ shopId, at: now, actor: actor.name, action: `rules_draft_${step}` },
      subject: `draft ${draft.draftId}`,
      detail: { name: draft.name, revision: draft.revision + 1, state },
    },
  });
}
