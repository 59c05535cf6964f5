import { inShop } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { Change } from "./compare/change.ts";
import { compareRulesets } from "./compare/compare-rulesets.ts";
import type { DescribedRuleset } from "./describe-ruleset.ts";
import { describeRuleset } from "./describe-ruleset.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { nameLocations } from "./name-locations.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import { readRuleVersion } from "./read-rule-version.server.ts";
import type { RuleVersionHead } from "./rule-version-head.ts";
import { toVersionHead } from "./rule-version-head.ts";

export interface RuleVersionView {
  readonly format: ShopFormat;
  readonly rules: DescribedRuleset & RuleVersionHead & { readonly ruleset: Ruleset };
  readonly liveVersion: number;
  /** The version it is compared with. */
  readonly other: number;
  /** What differs from the older of the two to the newer. */
  readonly changes: readonly Change[];
  readonly mayChange: boolean;
}

/** Two versions to show: the second one is compared with. */
export interface VersionPair {
  readonly version: number;
  /** Null: the version in force, or for that one the version before it. */
  readonly other: number | null;
}

/** One version in words, compared with another; null when the shop never had it. */
export async function showRuleVersion(
  shop: ShopContext,
  { version, other }: VersionPair,
): Promise<RuleVersionView | null> {
  return inShop(shop, async (tx) => {
    const rules = await readRuleVersion(tx, shop, version);
    const live = await readLiveRules(tx, shop);
    if (!rules || !live) return null;
    const usual = version === live.version ? version - 1 : live.version;
    const compared = (await readRuleVersion(tx, shop, other ?? usual)) ?? rules;
    const format = await readShopFormat(tx, shop);
    const words = { currency: format.currency, locationName: await nameLocations(tx, shop) };
    const [older, newer] =
      compared.version < version ? [compared, rules] : ([rules, compared] as const);
    return {
      format,
      rules: {
        ...toVersionHead(rules),
        ...describeRuleset(rules, words),
        ruleset: rules.ruleset,
      },
      liveVersion: live.version,
      other: compared.version,
      changes: compareRulesets(older, newer, words),
      mayChange: mayChangeRules(shop.actor),
    };
  });
}
