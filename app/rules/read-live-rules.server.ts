import type { Tx } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RuleOrigin } from "./publish-rules.server.ts";
import { toRules } from "./read-rule-version.server.ts";

export interface LiveRules {
  readonly version: number;
  /** As published, guardrails that are switched off included. */
  readonly ruleset: Ruleset;
  /** Ids of the guardrails that are switched off. */
  readonly disabled: readonly string[];
  readonly comment: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly origin: RuleOrigin;
  readonly draftId: string | null;
  readonly approvedBy: string;
  /** The draft at whose end the former rules come back; null for rules that hold for good. */
  readonly temporaryFor: string | null;
}

/** The rule version in force; null before the first sync has installed the starter rules. */
export async function readLiveRules(tx: Tx, shop: ShopContext): Promise<LiveRules | null> {
  const row = await tx.ruleVersion.findFirst({
    where: { shopId: shop.shopId },
    orderBy: { version: "desc" },
  });
  return row && toRules(row);
}
