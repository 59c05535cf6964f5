import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { findDraft } from "#app/rules/find-draft.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { Variant } from "./replay-world.ts";
import { startRun } from "./start-run.server.ts";

export type StartOutcome =
  | { readonly ok: true; readonly runId: string }
  | {
      readonly ok: false;
      /** `not_ready`: no rules before the first sync; `busy`: wait for the runs under way. */
      readonly because: "forbidden" | "not_ready" | "no_draft" | "busy";
    };

/**
 * Replays past orders under today's rules, a draft (none: today's rules only) and Shopify's own
 * routing. The rules are taken as they stand now: editing the draft later changes no result.
 */
export async function startReplay(
  shop: ShopContext,
  draftId: string | null,
  options: ReplayOptions,
): Promise<StartOutcome> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    const live = await readLiveRules(tx, shop);
    if (!live) return { ok: false, because: "not_ready" };
    const draft = draftId === null ? null : await readVariant(tx, shop, draftId);
    if (draftId !== null && draft === null) return { ok: false, because: "no_draft" };
    const today = {
      key: "today",
      name: `Today's rules (version ${live.version})`,
      ruleset: rulesInForce(live),
    };
    const variants = [today, ...(draft ? [draft] : []), native];
    const name = draft?.name ?? "Today's rules against Shopify's own routing";
    const runId = await startRun(tx, shop, { kind: "draft", name, draftId, variants, options });
    return runId === null ? { ok: false, because: "busy" } : { ok: true, runId };
  });
}

const native: Variant = { key: "native", name: "Shopify's own routing", ruleset: null };

async function readVariant(tx: Tx, shop: ShopContext, draftId: string): Promise<Variant | null> {
  const draft = await findDraft(tx, shop, draftId);
  if (!draft) return null;
  return { key: "draft", name: `Draft “${draft.name}”`, ruleset: rulesInForce(draft) };
}
