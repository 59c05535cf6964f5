import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { usualOptions } from "../replay/replay-options.ts";
import { startRun } from "../replay/start-run.server.ts";
import { listPriceVariants } from "./list-price-variants.ts";

export type PriceOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: "forbidden" | "not_ready" | "busy" };

const DAYS = 180;

/** Begins to work out what each of today's rules costs on the last `orders` orders. */
export async function startPriceRun(shop: ShopContext, orders: number): Promise<PriceOutcome> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    const live = await readLiveRules(tx, shop);
    if (!live) return { ok: false, because: "not_ready" };
    const runId = await startRun(tx, shop, {
      kind: "price",
      name: `What each rule of version ${live.version} costs`,
      draftId: null,
      variants: listPriceVariants(rulesInForce(live)),
      options: { ...usualOptions, days: DAYS, maxOrders: orders },
    });
    return runId === null ? { ok: false, because: "busy" } : { ok: true };
  });
}
