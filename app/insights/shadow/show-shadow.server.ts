import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Decision } from "#app/routing/plan.ts";
import { findDraft } from "#app/rules/find-draft.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { describePlan } from "../replay/describe-plan.ts";
import { readShadowHead } from "./list-shadows.server.ts";
import { readShadowTotals } from "./read-shadow-totals.server.ts";
import type { DifferingOrder, PlaceLoad, ShadowReport } from "./shadow-view.ts";

const PER_PAGE = 25;

/** The difference a draft would make, so far: totals, places, and a page of the orders that differ. */
export async function showShadow(
  shop: ShopContext,
  { shadowId, page }: { readonly shadowId: string; readonly page: number },
): Promise<ShadowReport | null> {
  return inShop(shop, async (tx) => {
    const { shopId } = shop;
    const run = await tx.shadowRun.findFirst({ where: { shopId, shadowId } });
    if (!run) return null;
    const format = await readShopFormat(tx, shop);
    const draft = await findDraft(tx, shop, run.draftId);
    const nameOf = await nameLocations(tx, shop);
    return {
      format,
      head: await readShadowHead(tx, run),
      isOutdated: draft !== null && draft.revision !== run.revision && draft.state === "draft",
      ...(await readShadowTotals(tx, shop, shadowId)),
      places: await readPlaces(tx, shopId, shadowId, nameOf),
      orders: await readOrders(tx, { shopId, shadowId, page }, nameOf, format.currency),
      page,
      perPage: PER_PAGE,
      mayChange: mayChangeRules(shop.actor),
    };
  });
}

type NameOf = (locationId: string) => string;

async function readPlaces(
  tx: Tx,
  shopId: string,
  shadowId: string,
  nameOf: NameOf,
): Promise<PlaceLoad[]> {
  const rows = await tx.shadowUnits.groupBy({
    by: ["locationId"],
    where: { shopId, shadowId },
    _sum: { liveUnits: true, shadowUnits: true },
  });
  return rows
    .map(({ locationId, _sum }) => ({
      name: nameOf(locationId),
      live: _sum.liveUnits ?? 0,
      shadow: _sum.shadowUnits ?? 0,
    }))
    .sort((a, b) => b.live - a.live || (a.name < b.name ? -1 : 1));
}

interface OrderPage {
  readonly shopId: string;
  readonly shadowId: string;
  readonly page: number;
}

async function readOrders(
  tx: Tx,
  { shopId, shadowId, page }: OrderPage,
  nameOf: NameOf,
  currency: string,
): Promise<DifferingOrder[]> {
  const rows = await tx.shadowDecision.findMany({
    where: { shopId, shadowId, differs: true },
    orderBy: [{ decidedAt: "desc" }, { orderId: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE,
  });
  const orderIds = rows.map(({ orderId }) => orderId);
  const orders = await tx.order.findMany({
    where: { shopId, orderId: { in: orderIds } },
    select: { orderId: true, name: true },
  });
  const decisions = await tx.decision.findMany({
    where: { shopId, decisionId: { in: rows.map(({ decisionId }) => decisionId) } },
    select: { decisionId: true, plan: true },
  });
  const names = new Map(orders.map(({ orderId, name }) => [orderId, name]));
  const plans = new Map(decisions.map(({ decisionId, plan }) => [decisionId, plan]));
  const describe = (plan: unknown) =>
    describeDecision(plan as Decision | undefined, nameOf, currency);
  return rows.map(({ orderId, decisionId, plan, cost, liveCost }) => ({
    orderId,
    name: names.get(orderId) ?? orderId,
    before: describe(plans.get(decisionId)),
    after: describe(plan),
    costDifference: cost && liveCost ? cost.minus(liveCost).toFixed(4) : null,
  }));
}

function describeDecision(plan: Decision | undefined, nameOf: NameOf, currency: string): string {
  if (!plan) return "No longer known";
  const unfilledUnits = plan.unfilled.reduce((sum, { quantity }) => sum + quantity, 0);
  return describePlan({ ...plan, unfilledUnits, isLate: null, margin: null }, nameOf, currency);
}
