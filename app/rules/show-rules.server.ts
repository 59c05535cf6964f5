import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { DescribedRuleset } from "./describe-ruleset.ts";
import { describeRuleset } from "./describe-ruleset.ts";
import { readLiveRules } from "./read-live-rules.server.ts";

export const versionsPerPage = 20;

export interface RulesView {
  readonly format: ShopFormat;
  /** Null before the first import has installed the starter rules. */
  readonly live: (DescribedRuleset & RuleVersionHead) | null;
  /** Newest first. */
  readonly versions: readonly RuleVersionHead[];
  readonly versionCount: number;
  readonly perPage: number;
}

export interface RuleVersionHead {
  readonly version: number;
  readonly comment: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
}

/** The rules in force in words, and one page of the versions before them. */
export async function showRules(
  shop: ShopContext,
  { page }: { readonly page: number },
): Promise<RulesView> {
  return inShop(shop, async (tx) => {
    const format = await readShopFormat(tx, shop);
    const rules = await readLiveRules(tx, shop);
    const words = { currency: format.currency, locationName: await readLocationNamer(tx) };
    return {
      format,
      live: rules && { ...toHead(rules), ...describeRuleset(rules, words) },
      versions: await readVersions(tx, shop, page),
      versionCount: await tx.ruleVersion.count({ where: { shopId: shop.shopId } }),
      perPage: versionsPerPage,
    };
  });
}

async function readLocationNamer(tx: Tx): Promise<(locationId: string) => string> {
  const rows = await tx.location.findMany({ select: { locationId: true, name: true } });
  const names = new Map(rows.map(({ locationId, name }) => [locationId, name]));
  return (id) => names.get(id) ?? `location ${id}, which is gone`;
}

async function readVersions(tx: Tx, { shopId }: ShopContext, page: number) {
  const rows = await tx.ruleVersion.findMany({
    where: { shopId },
    select: { version: true, comment: true, publishedBy: true, publishedAt: true },
    orderBy: { version: "desc" },
    skip: (page - 1) * versionsPerPage,
    take: versionsPerPage,
  });
  return rows.map(toHead);
}

function toHead(rules: Omit<RuleVersionHead, "publishedAt"> & { readonly publishedAt: Date }) {
  const { version, comment, publishedBy, publishedAt } = rules;
  return { version, comment, publishedBy, publishedAt: publishedAt.toISOString() };
}
