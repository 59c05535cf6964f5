import { inShop } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { DraftStep } from "./draft-state.ts";
import { openDraftSteps } from "./draft-state.ts";
import { findDraft } from "./find-draft.server.ts";
import type { LintFacts } from "./lint/lint-facts.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { readLintFacts } from "./read-lint-facts.server.ts";
import type { KnownValues } from "./read-known-values.server.ts";
import { readKnownValues } from "./read-known-values.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import type { RuleDraft } from "./rule-draft.ts";

/** All that the page of one draft shows, as plain JSON. */
export interface DraftView {
  readonly format: ShopFormat;
  readonly draft: Omit<RuleDraft, "createdAt" | "changedAt" | "startsAt" | "endsAt"> & {
    readonly changedAt: string;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
  };
  /** The rules in force, to compare with. */
  readonly live: {
    readonly version: number;
    readonly ruleset: Ruleset;
    readonly disabled: readonly string[];
    /** Temporary rules hold now; whatever is published takes their place for good. */
    readonly isTemporary: boolean;
  };
  /** Steps the person may take now. */
  readonly steps: readonly DraftStep[];
  /** A second person has yet to approve it before it can be published. */
  readonly lacksApproval: boolean;
  readonly facts: LintFacts;
  readonly known: KnownValues;
}

/** One draft with what its editor needs; null when the shop has none of this id. */
export async function showDraft(shop: ShopContext, draftId: string): Promise<DraftView | null> {
  const view = await inShop(shop, async (tx) => {
    const draft = await findDraft(tx, shop, draftId);
    const live = await readLiveRules(tx, shop);
    if (!draft || !live) return null;
    const lacksApproval = draft.approvedBy === "" && (await needsApproval(tx, shop));
    const { version, ruleset, disabled, temporaryFor } = live;
    return {
      format: await readShopFormat(tx, shop),
      draft: toPlain(draft),
      live: { version, ruleset, disabled, isTemporary: temporaryFor !== null },
      steps: listSteps(shop, draft, lacksApproval),
      lacksApproval,
      known: await readKnownValues(tx, shop),
    };
  });
  return view && { ...view, facts: await readLintFacts(shop, view.draft.ruleset) };
}

function toPlain({ createdAt: _, changedAt, startsAt, endsAt, ...draft }: RuleDraft) {
  return {
    ...draft,
    changedAt: changedAt.toISOString(),
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  };
}

/** What the state allows, less what the shop's approval rule keeps from this person. */
function listSteps(
  { actor }: ShopContext,
  { state, authors }: RuleDraft,
  lacksApproval: boolean,
): DraftStep[] {
  if (!mayChangeRules(actor)) return [];
  const keptBack: DraftStep[] = lacksApproval ? ["publish", "schedule"] : ["submit"];
  if (authors.includes(actor.name)) keptBack.push("approve");
  if (state === "scheduled") keptBack.push("start", "end");
  return openDraftSteps(state).filter((step) => !keptBack.includes(step));
}
