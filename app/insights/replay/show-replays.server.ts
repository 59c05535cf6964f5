import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { readRateCard } from "#app/rates/read-rate-card.server.ts";
import { listDrafts } from "#app/rules/list-drafts.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readHistoryState } from "../history/read-history-state.server.ts";
import type { Choice, ReplaysView } from "./replay-view.ts";
import { toRunHead } from "./to-run-head.ts";

const PER_PAGE = 20;

/** What can be replayed, over what, and the replays made so far, the latest first. */
export async function showReplays(
  shop: ShopContext,
  { page }: { readonly page: number },
): Promise<ReplaysView> {
  return inShop(shop, async (tx) => {
    const where = { shopId: shop.shopId, kind: "draft" };
    const rows = await tx.replayRun.findMany({
      where,
      omit: { result: true },
      orderBy: { createdAt: "desc" },
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
    });
    const nameOf = await nameLocations(tx, shop);
    return {
      format: await readShopFormat(tx, shop),
      history: await readHistoryState(tx, shop),
      drafts: await listDraftChoices(tx, shop),
      locations: await listLocations(tx, shop),
      services: await listServices(tx, shop),
      runs: rows.map((row) => toRunHead({ ...row, result: null }, nameOf)),
      runCount: await tx.replayRun.count({ where }),
      perPage: PER_PAGE,
      mayStart: mayChangeRules(shop.actor),
    };
  });
}

async function listDraftChoices(tx: Tx, shop: ShopContext): Promise<Choice[]> {
  const drafts = await listDrafts(tx, shop);
  return drafts.map(({ draftId, name }) => ({ value: draftId, label: name }));
}

async function listLocations(tx: Tx, { shopId }: ShopContext): Promise<Choice[]> {
  const rows = await tx.location.findMany({
    where: { shopId, active: true, fulfillsOnlineOrders: true },
    orderBy: { name: "asc" },
    select: { locationId: true, name: true },
  });
  return rows.map(({ locationId, name }) => ({ value: locationId, label: name }));
}

async function listServices(tx: Tx, shop: ShopContext): Promise<Choice[]> {
  const card = await readRateCard(tx, shop);
  return (card?.rates ?? []).map(({ service }) => ({ value: service, label: service }));
}
