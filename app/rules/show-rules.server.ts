import { inShop } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { DescribedRuleset } from "./describe-ruleset.ts";
import { describeRuleset } from "./describe-ruleset.ts";
import type { DraftHead } from "./list-drafts.server.ts";
import { listDrafts } from "./list-drafts.server.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { nameLocations } from "./name-locations.server.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import type { RuleVersionHead } from "./rule-version-head.ts";
import { toVersionHead } from "./rule-version-head.ts";

export interface RulesView {
  readonly format: ShopFormat;
  /** Null before the first import has installed the starter rules. */
  readonly live: (DescribedRuleset & RuleVersionHead & { readonly ruleset: Ruleset }) | null;
  readonly drafts: readonly DraftHead[];
  readonly approval: {
    readonly isRequired: boolean;
    /** Only the owner decides whether it is. */
    readonly mayChange: boolean;
  };
  readonly mayChange: boolean;
}

/** The rules in force in words, and what is being worked on. */
export async function showRules(shop: ShopContext): Promise<RulesView> {
  return inShop(shop, async (tx) => {
    const format = await readShopFormat(tx, shop);
    const rules = await readLiveRules(tx, shop);
    const words = { currency: format.currency, locationName: await nameLocations(tx, shop) };
    return {
      format,
      live: rules && {
        ...toVersionHead(rules),
        ...describeRuleset(rules, words),
        ruleset: rules.ruleset,
      },
      drafts: await listDrafts(tx, shop),
      approval: {
        isRequired: await needsApproval(tx, shop),
        mayChange: shop.actor.role === "owner",
      },
      mayChange: mayChangeRules(shop.actor),
    };
  });
}
