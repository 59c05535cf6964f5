import type { Tx } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { parseRuleset } from "./parse-ruleset.ts";

export interface LiveRules {
  readonly version: number;
  /** As published, guardrails that are switched off included. */
  readonly ruleset: Ruleset;
  /** Ids of the guardrails that are switched off. */
  readonly disabled: readonly string[];
  readonly comment: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** The rule version in force; null before the first sync has installed the starter rules. */
export async function readLiveRules(tx: Tx, shop: ShopContext): Promise<LiveRules | null> {
  const row = await tx.ruleVersion.findFirst({
    where: { shopId: shop.shopId },
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const { version, disabled, comment, publishedBy, publishedAt } = row;
  const ruleset = parseRuleset(row.ruleset, "$");
  return { version, ruleset, disabled, comment, publishedBy, publishedAt };
}
