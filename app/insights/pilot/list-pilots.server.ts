import { inShop } from "#app/db.server.ts";
import type { Pilot } from "#app/generated/prisma/client.ts";
import { listDrafts } from "#app/rules/list-drafts.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { PilotHead, PilotStatus, PilotsView } from "./pilot-view.ts";

const MOST_SHOWN = 50;

/** The shop's pilots, the latest first, and what a new one can be made of. */
export async function listPilots(shop: ShopContext): Promise<PilotsView> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const rows = await tx.pilot.findMany({
      where: { shopId },
      orderBy: { startedAt: "desc" },
      take: MOST_SHOWN,
    });
    const stores = await tx.location.findMany({
      where: { shopId, active: true, fulfillsOnlineOrders: true, type: "store" },
      orderBy: { name: "asc" },
      select: { locationId: true, name: true },
    });
    const drafts = await listDrafts(tx, shop);
    return {
      format: await readShopFormat(tx, shop),
      pilots: rows.map(toPilotHead),
      drafts: drafts.map(({ draftId, name }) => ({ value: draftId, label: name })),
      stores: stores.map(({ locationId, name }) => ({ value: locationId, label: name })),
      isRunning: rows.some(({ status }) => status === "running"),
      mayChange: mayChangeRules(shop.actor),
    };
  });
}

export function toPilotHead(row: Pilot): PilotHead {
  const { pilotId, draftId, name, sharePercent, startedBy, endedBy, endReason } = row;
  return {
    ...{ pilotId, draftId, name, sharePercent, startedBy, endedBy, endReason },
    status: row.status as PilotStatus,
    startedAt: row.startedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
