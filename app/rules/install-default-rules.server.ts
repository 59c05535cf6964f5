import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { defaultRuleset } from "./default-ruleset.ts";
import { publishRules } from "./publish-rules.server.ts";

/** Gives a shop without rules the starter set, as version 1. A shop that has rules keeps them. */
export async function installDefaultRules(tx: Tx, shop: ShopContext): Promise<void> {
  const known = await tx.ruleVersion.count({ where: { shopId: shop.shopId } });
  if (known > 0) return;
  await publishRules(tx, shop, {
    version: 1,
    ruleset: defaultRuleset,
    disabled: [],
    comment: "The rules every shop starts with.",
  });
}
