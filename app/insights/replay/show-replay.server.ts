import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { describePlan } from "./describe-plan.ts";
import { describeResult } from "./describe-result.ts";
import type { ChangeKind } from "./list-changes.ts";
import { listAssumptions } from "./list-assumptions.ts";
import type { RunFigures } from "./measure-outcomes.ts";
import type { PlanSummary } from "./plan-summary.ts";
import type { ReplayRun } from "./replay-run.ts";
import { readRun, unfinished } from "./replay-run.ts";
import type { ChangeView, ReplayView } from "./replay-view.ts";
import { tabulateFigures, tabulateLoads } from "./tabulate-figures.ts";
import { toRunHead } from "./to-run-head.ts";

const PER_PAGE = 25;

export interface ReplayChoice {
  readonly page: number;
  /** Null: changes of every kind. */
  readonly kind: ChangeKind | null;
}

/** A replay with what it found and a page of the orders that change; null when there is none. */
export async function showReplay(
  shop: ShopContext,
  runId: string,
  choice: ReplayChoice,
): Promise<ReplayView | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const row = await tx.replayRun.findUnique({ where: { shopId_runId: { shopId, runId } } });
    if (row?.kind !== "draft") return null;
    const run = readRun(row);
    const format = await readShopFormat(tx, shop);
    const nameOf = await nameLocations(tx, shop);
    const changeCounts = await countChanges(tx, shopId, runId);
    const words = { nameOf, currency: format.currency };
    return {
      format,
      run: toRunHead(row, nameOf),
      result: describe(run, changeCounts, words),
      changes: await readChanges(tx, { shopId, runId, ...choice }, words),
      changeCounts,
      changeCount: choice.kind === null ? sum(changeCounts) : changeCounts[choice.kind],
      perPage: PER_PAGE,
      mayCancel: unfinished.includes(run.status) && mayChangeRules(shop.actor),
    };
  });
}

interface Words {
  readonly nameOf: (locationId: string) => string;
  readonly currency: string;
}

function describe(
  run: ReplayRun,
  changes: Readonly<Record<ChangeKind, number>>,
  { nameOf, currency }: Words,
): ReplayView["result"] {
  if (run.result === null) return null;
  const figures = run.result as unknown as RunFigures;
  const names = run.variants.map(({ name }) => name);
  return {
    sentences: describeResult({ figures, names, changes, currency }),
    assumptions: listAssumptions(run),
    variants: names,
    figures: tabulateFigures(figures, currency),
    loads: tabulateLoads(figures, nameOf),
  };
}

const NO_CHANGES = { moved: 0, exception_avoided: 0, exception_created: 0 };

async function countChanges(tx: Tx, shopId: string, runId: string) {
  const rows = await tx.replayChange.groupBy({
    by: ["kind"],
    where: { shopId, runId },
    _count: true,
  });
  const counted = Object.fromEntries(rows.map(({ kind, _count }) => [kind, _count]));
  return { ...NO_CHANGES, ...counted } as Readonly<Record<ChangeKind, number>>;
}

function sum(counts: Readonly<Record<ChangeKind, number>>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}

async function readChanges(
  tx: Tx,
  { shopId, runId, page, kind }: ReplayChoice & { shopId: string; runId: string },
  { nameOf, currency }: Words,
): Promise<ChangeView[]> {
  const rows = await tx.replayChange.findMany({
    where: { shopId, runId, ...(kind === null ? {} : { kind }) },
    orderBy: { position: "asc" },
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE,
  });
  const plan = (json: unknown) => describePlan(json as PlanSummary, nameOf, currency);
  return rows.map((row) => ({
    ...{ position: row.position, orderId: row.orderId, orderName: row.orderName },
    kind: row.kind as ChangeKind,
    before: plan(row.before),
    after: plan(row.after),
    costDifference: row.costDifference.toFixed(4),
  }));
}
