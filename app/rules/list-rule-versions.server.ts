import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import type { RuleOrigin } from "./publish-rules.server.ts";
import type { RuleVersionHead } from "./rule-version-head.ts";
import { toVersionHead } from "./rule-version-head.ts";

export const versionsPerPage = 20;

export interface RuleVersionsView {
  readonly format: ShopFormat;
  /** Newest first: the first of all is in force. */
  readonly versions: readonly RuleVersionHead[];
  readonly liveVersion: number;
  readonly versionCount: number;
  readonly perPage: number;
  readonly mayChange: boolean;
}

/** One page of all versions the shop's rules ever had. */
export async function listRuleVersions(
  shop: ShopContext,
  { page }: { readonly page: number },
): Promise<RuleVersionsView> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const rows = await tx.ruleVersion.findMany({
      where: { shopId },
      omit: { ruleset: true, disabled: true },
      orderBy: { version: "desc" },
      skip: (page - 1) * versionsPerPage,
      take: versionsPerPage,
    });
    const { _max, _count } = await tx.ruleVersion.aggregate({
      where: { shopId },
      _max: { version: true },
      _count: true,
    });
    return {
      format: await readShopFormat(tx, shop),
      versions: rows.map((row) => toVersionHead({ ...row, origin: row.origin as RuleOrigin })),
      liveVersion: _max.version ?? 0,
      versionCount: _count,
      perPage: versionsPerPage,
      mayChange: mayChangeRules(shop.actor),
    };
  });
}
