import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ReplayRun as Row } from "#app/generated/prisma/client.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import { describeGuardrail } from "#app/rules/words/describe-guardrail.ts";
import { describeLane } from "#app/rules/words/describe-lane.ts";
import type { RuleWords } from "#app/rules/words/rule-words.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readRun } from "../replay/replay-run.ts";
import type { RunHead } from "../replay/replay-view.ts";
import { toRunHead } from "../replay/to-run-head.ts";
import type { RulePrice, RulePrices } from "./measure-rule-prices.ts";

export interface PricedRule extends RulePrice {
  readonly kind: "guardrail" | "lane";
  readonly sentence: string;
}

export interface PricesView {
  readonly format: ShopFormat;
  /** The last run asked for; null when nobody asked yet. */
  readonly latest: RunHead | null;
  /** What the last finished run found, the dearest rule first. */
  readonly prices: {
    readonly run: RunHead;
    readonly orders: number;
    readonly rules: readonly PricedRule[];
  } | null;
  readonly mayStart: boolean;
}

/** What each rule costs, as last worked out. */
export async function showPrices(shop: ShopContext): Promise<PricesView> {
  return inShop(shop, async (tx) => {
    const format = await readShopFormat(tx, shop);
    const locationName = await nameLocations(tx, shop);
    const [latest, done] = [await findLatest(tx, shop), await findLatest(tx, shop, "done")];
    return {
      format,
      latest: latest && toRunHead(latest, locationName),
      prices: done && {
        run: toRunHead(done, locationName),
        ...describePrices(done, { currency: format.currency, locationName }),
      },
      mayStart: mayChangeRules(shop.actor),
    };
  });
}

async function findLatest(tx: Tx, { shopId }: ShopContext, status?: string): Promise<Row | null> {
  return tx.replayRun.findFirst({
    where: { shopId, kind: "price", ...(status === undefined ? {} : { status }) },
    orderBy: { createdAt: "desc" },
  });
}

function describePrices(row: Row, words: RuleWords) {
  const { variants, result } = readRun(row);
  const { orders, rules } = result as unknown as RulePrices;
  const today = variants[0]!.ruleset!;
  return {
    orders,
    rules: rules.map((price): PricedRule => {
      const { key, name } = variants[price.variant]!;
      const kind = key.startsWith("lane:") ? "lane" : "guardrail";
      return { ...price, kind, sentence: describeRule(today, kind, name, words) };
    }),
  };
}

function describeRule(
  { guardrails, lanes }: Ruleset,
  kind: PricedRule["kind"],
  id: string,
  words: RuleWords,
): string {
  if (kind === "lane") {
    const at = lanes.findIndex((lane) => lane.id === id);
    return at === -1 ? id : describeLane(lanes[at]!, at === 0, words);
  }
  const rule = guardrails.find((guardrail) => guardrail.id === id);
  return rule ? describeGuardrail(rule, words) : id;
}
