import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { publishRules } from "./publish-rules.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";
import { readRuleVersion } from "./read-rule-version.server.ts";

export interface RollBack {
  /** The version whose rules are to hold again. */
  readonly version: number;
  /** The version in force that the person saw. */
  readonly liveVersion: number;
}

export type RollBackOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly because: "forbidden" | "not_found" | "stale" };

/**
 * Publishes the rules of an earlier version as a new one. Needs no second approval: what held once
 * was approved then, and this is the way out of trouble.
 */
export async function rollBackRules(
  shop: ShopContext,
  { version, liveVersion }: RollBack,
): Promise<RollBackOutcome> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "rules");
    const live = await readLiveRules(tx, shop);
    if (live?.version !== liveVersion) return { ok: false, because: "stale" };
    const target = await readRuleVersion(tx, shop, version);
    if (!target || version === liveVersion) return { ok: false, because: "not_found" };
    const { ruleset, disabled, approvedBy } = target;
    await publishRules(tx, shop, {
      ...{ version: liveVersion + 1, ruleset, disabled, approvedBy },
      ...{ origin: "rolled_back", comment: `Rolled back to version ${version}.` },
    });
    return { ok: true, version: liveVersion + 1 };
  });
}
