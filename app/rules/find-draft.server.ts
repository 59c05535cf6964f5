import type { Tx } from "#app/db.server.ts";
import type { RuleDraft as RuleDraftRow } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { DraftState } from "./draft-state.ts";
import { parseRuleset } from "./parse-ruleset.ts";
import type { RuleDraft } from "./rule-draft.ts";

/** A draft within the caller's transaction; null when the shop has none of this id. */
export async function findDraft(
  tx: Tx,
  { shopId }: ShopContext,
  draftId: string,
): Promise<RuleDraft | null> {
  const row = await tx.ruleDraft.findUnique({ where: { shopId_draftId: { shopId, draftId } } });
  return row && toDraft(row);
}

/** A stored draft, its rules read as strictly as when they were stored. */
export function toDraft({ shopId: _, ...row }: RuleDraftRow): RuleDraft {
  return {
    ...row,
    state: row.state as DraftState,
    ruleset: parseRuleset(row.ruleset, "$", "product"),
  };
}
