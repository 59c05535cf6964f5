import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShadowRun } from "#app/generated/prisma/client.ts";
import { listDrafts } from "#app/rules/list-drafts.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { ShadowHead, ShadowsView } from "./shadow-view.ts";

const MOST_SHOWN = 50;

/** The drafts that run or ran in the shadow, the latest first, and those that could. */
export async function listShadows(shop: ShopContext): Promise<ShadowsView> {
  return inShop(shop, async (tx) => {
    const rows = await tx.shadowRun.findMany({
      where: { shopId: shop.shopId },
      orderBy: { startedAt: "desc" },
      take: MOST_SHOWN,
    });
    const running = rows.filter((row) => row.stoppedAt === null).map((row) => row.draftId);
    const drafts = await listDrafts(tx, shop);
    const runs: ShadowHead[] = [];
    for (const row of rows) runs.push(await readShadowHead(tx, row));
    return {
      format: await readShopFormat(tx, shop),
      drafts: drafts
        .filter(({ draftId }) => !running.includes(draftId))
        .map(({ draftId, name }) => ({ value: draftId, label: name })),
      runs,
      mayChange: mayChangeRules(shop.actor),
    };
  });
}

/** A run with how many orders it has decided, and how many of them otherwise. */
export async function readShadowHead(tx: Tx, run: ShadowRun): Promise<ShadowHead> {
  const { shopId, shadowId, draftId, name, startedAt, startedBy, stoppedAt, stoppedBy } = run;
  const where = { shopId, shadowId };
  return {
    ...{ shadowId, draftId, name, startedBy, stoppedBy },
    startedAt: startedAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    orders: await tx.shadowDecision.count({ where }),
    differing: await tx.shadowDecision.count({ where: { ...where, differs: true } }),
  };
}
