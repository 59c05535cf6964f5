import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Decision } from "#app/routing/plan.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { describePlan } from "../replay/describe-plan.ts";
import type { PlanSummary } from "../replay/plan-summary.ts";
import { placesAlike } from "../replay/plan-summary.ts";
import type { OverrideTask } from "./judge-outcome.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import type { OverridesView, OverrideTotals, OverrideView } from "./override-view.ts";

const PER_PAGE = 25;
const SCALE = 10_000;

interface Row {
  readonly decisionId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
  readonly chosen: Decision;
  readonly engines: Decision;
  readonly superseded: boolean;
  readonly tasks: readonly OverrideTask[];
}

/**
 * Orders whose location a person chose, the latest first, each against what the engine would have
 * decided at that moment, with what became of it; and all of them in total.
 */
export async function showOverrides(
  shop: ShopContext,
  { page }: { readonly page: number },
): Promise<OverridesView> {
  return inShop(shop, async (tx) => {
    const rows = await readOverrides(tx, shop.shopId);
    const nameOf = await nameLocations(tx, shop);
    const format = await readShopFormat(tx, shop);
    const words = { nameOf, currency: format.currency };
    const views = rows.map((row) => toView(row, words));
    return {
      format,
      totals: addUp(rows, views),
      overrides: views.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      perPage: PER_PAGE,
    };
  });
}

/** People override a few orders in a thousand: all of them are read for the totals. */
const MOST_READ = 5_000;

async function readOverrides(tx: Tx, shopId: string): Promise<Row[]> {
  const decisions = await tx.decision.findMany({
    where: { shopId, enginePlan: { not: Prisma.AnyNull } },
    omit: { snapshot: true },
    orderBy: [{ createdAt: "desc" }, { decisionId: "desc" }],
    take: MOST_READ,
  });
  const ids = decisions.map(({ decisionId }) => decisionId);
  const orderIds = decisions.map(({ orderId }) => orderId);
  const tasks = await tx.pickTask.findMany({ where: { shopId, decisionId: { in: ids } } });
  const orders = await tx.order.findMany({
    where: { shopId, orderId: { in: orderIds } },
    select: { orderId: true, name: true },
  });
  const names = new Map(orders.map(({ orderId, name }) => [orderId, name]));
  return decisions.map((row) => ({
    ...{ decisionId: row.decisionId, orderId: row.orderId, at: row.createdAt },
    ...{ actor: row.actor, reason: row.reason, superseded: row.supersededAt !== null },
    orderName: names.get(row.orderId) ?? row.orderId,
    chosen: row.plan as unknown as Decision,
    engines: row.enginePlan as unknown as Decision,
    tasks: tasks.filter(({ decisionId }) => decisionId === row.decisionId),
  }));
}

interface Words {
  readonly nameOf: (locationId: string) => string;
  readonly currency: string;
}

function toView({ chosen, engines, at, tasks, superseded, ...row }: Row, words: Words) {
  const plan = (of: Decision) => describePlan(summarise(of), words.nameOf, words.currency);
  const isComparable = chosen.outcome === "planned" && engines.outcome === "planned";
  const view: OverrideView = {
    ...row,
    at: at.toISOString(),
    chosen: plan(chosen),
    engines: plan(engines),
    costDifference: isComparable ? subtract(chosen.cost, engines.cost) : null,
    daysDifference: isComparable ? (chosen.deliveryDays ?? 0) - (engines.deliveryDays ?? 0) : null,
    outcome: judgeOutcome(tasks, superseded),
  };
  return view;
}

function summarise(plan: Decision): PlanSummary {
  const { outcome, cost, deliveryDays, parcels, unfilled } = plan;
  const unfilledUnits = unfilled.reduce((sum, { quantity }) => sum + quantity, 0);
  return { outcome, cost, deliveryDays, parcels, unfilledUnits, isLate: null, margin: null };
}

function subtract(a: string | null, b: string | null): string {
  return ((scaled(a) - scaled(b)) / SCALE).toFixed(4);
}

function scaled(amount: string | null): number {
  return Math.round(Number(amount ?? 0) * SCALE);
}

function addUp(rows: readonly Row[], views: readonly OverrideView[]): OverrideTotals {
  const compared = views.filter(({ costDifference }) => costDifference !== null);
  const cost = compared.reduce((sum, view) => sum + scaled(view.costDifference), 0);
  const count = (outcome: OverrideView["outcome"]) =>
    views.filter((view) => view.outcome === outcome).length;
  return {
    overrides: views.length,
    compared: compared.length,
    costDifference: (cost / SCALE).toFixed(4),
    daysDifference: compared.reduce((sum, view) => sum + (view.daysDifference ?? 0), 0),
    same: rows.filter(({ chosen, engines }) => placesAlike(summarise(chosen), summarise(engines)))
      .length,
    rejected: count("rejected"),
    late: count("shipped_late"),
  };
}
