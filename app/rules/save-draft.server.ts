import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { stepDraft } from "./step-draft.server.ts";

export interface DraftText {
  readonly name: string;
  readonly comment: string;
  /** As `parseRuleset` gave it. */
  readonly ruleset: Ruleset;
  readonly disabled: readonly string[];
}

/** Saves what a person edited; whoever saves is an author and may not approve it later. */
export async function saveDraft(
  shop: ShopContext,
  seen: SeenDraft,
  { name, comment, ruleset, disabled }: DraftText,
): Promise<DraftWrite> {
  return stepDraft(shop, seen, "edit", async (_tx, draft) => ({
    fields: {
      name,
      comment,
      ruleset: ruleset as unknown as Prisma.InputJsonObject,
      disabled: disabled.filter((id) => ruleset.guardrails.some((rule) => rule.id === id)),
      authors: [...new Set([...draft.authors, shop.actor.name])],
    },
  }));
}
