import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRules } from "./may-change-rules.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { publishRules } from "./publish-rules.server.ts";
import { readLiveRules } from "./read-live-rules.server.ts";

export interface GuardrailSwitch {
  readonly guardrailId: string;
  readonly on: boolean;
  /** The version the person looked at. */
  readonly version: number;
}

export type ToggleOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly because: ToggleRefusal };

/**
 * `stale`: somebody published meanwhile; `forbidden`: store roles read rules only; `needs_approval`:
 * the shop wants a draft and a second person.
 */
export type ToggleRefusal = "stale" | "not_found" | "forbidden" | "needs_approval";

/**
 * Switches one guardrail on or off by publishing a new version. Repeating a switch that is already
 * as wanted changes nothing. Orders decided before keep their plans.
 */
export async function toggleGuardrail(
  shop: ShopContext,
  { guardrailId, on, version }: GuardrailSwitch,
): Promise<ToggleOutcome> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "rules");
    const live = await readLiveRules(tx, shop);
    if (!live?.ruleset.guardrails.some(({ id }) => id === guardrailId)) {
      return { ok: false, because: "not_found" };
    }
    if (live.disabled.includes(guardrailId) !== on) return { ok: true, version: live.version };
    if (live.version !== version) return { ok: false, because: "stale" };
    if (await needsApproval(tx, shop)) return { ok: false, because: "needs_approval" };
    const others = live.disabled.filter((id) => id !== guardrailId);
    await publishRules(tx, shop, {
      version: version + 1,
      ruleset: live.ruleset,
      disabled: on ? others : [...others, guardrailId].sort(),
      comment: `Switched "${guardrailId}" ${on ? "on" : "off"}.`,
      ...{ origin: "switched", temporaryFor: live.temporaryFor },
    });
    return { ok: true, version: version + 1 };
  });
}
