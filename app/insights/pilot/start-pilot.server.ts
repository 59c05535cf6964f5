import { DateTime } from "luxon";
import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { openDraftStates } from "#app/rules/draft-state.ts";
import { findDraft } from "#app/rules/find-draft.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { PilotScope } from "#app/rules/pilot/running-pilot.ts";
import type { RuleDraft } from "#app/rules/rule-draft.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { StopRule } from "./find-stop-rate.ts";
import type { MeasureName } from "./pilot-measures.ts";
import type { PilotWrite } from "./pilot-write.ts";

export interface NewPilot extends PilotScope, StopRule {
  readonly draftId: string;
  readonly measure: MeasureName;
  /** Its last day in the shop's time zone, "2026-12-24". */
  readonly endsOn: string;
}

/** Lets a draft decide for a share of some orders from now on; its rules are frozen as they stand. */
export async function startPilot(shop: ShopContext, pilot: NewPilot): Promise<PilotWrite> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "rules");
    const { timeZone } = await readShopFormat(tx, shop);
    const endsAt = DateTime.fromISO(pilot.endsOn, { zone: timeZone }).plus({ days: 1 }).toJSDate();
    if (!(endsAt > shop.clock.now())) return { ok: false, because: "ends_in_past" };
    const draft = await findDraft(tx, shop, pilot.draftId);
    if (!draft || !openDraftStates.includes(draft.state))
      return { ok: false, because: "not_found" };
    const running = await tx.pilot.findFirst({ where: { shopId: shop.shopId, status: "running" } });
    if (running) return { ok: false, because: "another_runs" };
    return { ok: true, pilotId: await storePilot(tx, shop, { ...pilot, endsAt }, draft) };
  });
}

async function storePilot(
  tx: Tx,
  shop: ShopContext,
  { scope, storeIds, endsOn: _, ...choices }: NewPilot & { readonly endsAt: Date },
  draft: RuleDraft,
): Promise<string> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  const { pilotId } = await tx.pilot.create({
    data: {
      ...{ shopId, ...choices, storeIds: [...storeIds] },
      ...{ name: draft.name, revision: draft.revision, startedAt: now, startedBy: actor.name },
      ruleset: rulesInForce(draft) as unknown as Prisma.InputJsonObject,
      scope: scope === null ? Prisma.DbNull : (scope as Prisma.InputJsonObject),
    },
  });
  await tx.auditEntry.create({
    data: {
      ...{ shopId, at: now, actor: actor.name, action: "pilot_started" },
      subject: `pilot ${pilotId}`,
      detail: { name: draft.name, draftId: draft.draftId, sharePercent: choices.sharePercent },
    },
  });
  return pilotId;
}
