import { inShop, lockShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import { readRuleVersion } from "./read-rule-version.server.ts";

/** What a draft begins with: rules given, or those of a version (null: the one in force). */
export type DraftSource =
  | { readonly ruleset: Ruleset; readonly disabled: readonly string[] }
  | { readonly version: number | null };

export interface NewDraft {
  readonly name: string;
  readonly comment: string;
  readonly source: DraftSource;
}

export type StartOutcome =
  | { readonly ok: true; readonly draftId: string }
  /** `not_found`: no such version, or no rules at all yet. */
  | { readonly ok: false; readonly because: "forbidden" | "not_found" };

/** Begins a draft in the acting person's name. Nothing in force changes. */
export async function startDraft(
  shop: ShopContext,
  { name, comment, source }: NewDraft,
): Promise<StartOutcome> {
  const { shopId, actor } = shop;
  if (!mayChangeRules(actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "rules");
    const live = await readLiveRules(tx, shop);
    const rules =
      "ruleset" in source
        ? source
        : source.version === null
          ? live
          : await readRuleVersion(tx, shop, source.version);
    if (!live || !rules) return { ok: false, because: "not_found" };
    const now = shop.clock.now();
    const { draftId } = await tx.ruleDraft.create({
      data: {
        ...{ shopId, name, comment, basedOn: live.version, authors: [actor.name] },
        ruleset: rules.ruleset as unknown as Prisma.InputJsonObject,
        disabled: [...rules.disabled],
        ...{ createdBy: actor.name, createdAt: now, changedBy: actor.name, changedAt: now },
      },
    });
    await tx.auditEntry.create({
      data: {
        ...{ shopId, at: now, actor: actor.name, action: "rules_draft_begin" },
        ...{ subject: `draft ${draftId}`, detail: { name, basedOn: live.version } },
      },
    });
    return { ok: true, draftId };
  });
}
