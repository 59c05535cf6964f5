import { isDeepStrictEqual } from "node:util";
import { inShop } from "#app/db.server.ts";
import type { DraftRefusal } from "#app/rules/draft-write.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { publishDraft } from "#app/rules/publish-draft.server.ts";
import { readDraft } from "#app/rules/read-draft.server.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { closePilot } from "./close-pilot.server.ts";
import type { PilotRefusal, PilotWrite } from "./pilot-write.ts";

export interface PromotedPilot {
  readonly pilotId: string;
  /** The version in force that the person saw. */
  readonly liveVersion: number;
}

/**
 * Publishes the draft a pilot tried, as the next version for every order, and ends the pilot if it still
 * runs. Refused when the draft's rules are no longer those that were tried: what was never tried is
 * published on the draft's own page.
 */
export async function promotePilot(
  shop: ShopContext,
  { pilotId, liveVersion }: PromotedPilot,
): Promise<PilotWrite> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  const { shopId } = shop;
  const pilot = await inShop(shop, (tx) => tx.pilot.findFirst({ where: { shopId, pilotId } }));
  if (!pilot) return { ok: false, because: "not_found" };
  if (pilot.status === "promoted") return { ok: false, because: "over" };
  const draft = await readDraft(shop, pilot.draftId);
  if (!draft || !isDeepStrictEqual(rulesInForce(draft), pilot.ruleset)) {
    return { ok: false, because: "draft_changed" };
  }
  const { draftId, revision } = draft;
  const published = await publishDraft(shop, { draftId, revision, liveVersion });
  if (!published.ok) return { ok: false, because: REFUSALS[published.because] ?? "draft_changed" };
  const version = published.version!;
  await inShop(shop, (tx) =>
    closePilot(tx, shop, pilotId, {
      status: "promoted",
      reason: `Published for every order as version ${version}.`,
      publishedVersion: version,
    }),
  );
  return { ok: true, pilotId, version };
}

const REFUSALS: Readonly<Partial<Record<DraftRefusal, PilotRefusal>>> = {
  forbidden: "forbidden",
  stale: "stale",
  needs_approval: "needs_approval",
};
