import type { CsvCell } from "#app/csv/write-csv.ts";
import { inShop } from "#app/db.server.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { describePlan } from "./describe-plan.ts";
import type { PlanSummary } from "./plan-summary.ts";

const ROWS_AT_ONCE = 500;

export const replayCsvHeader = [
  ...["Order", "Change", "Before", "Cost before", "Days before", "Parcels before"],
  ...["After", "Cost after", "Days after", "Parcels after", "Cost difference"],
];

export interface ReplayExport {
  readonly filename: string;
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly CsvCell[])[]>;
}

/** Every order that changes in a run, as a file; null when there is no such run. */
export async function exportReplay(shop: ShopContext, runId: string): Promise<ReplayExport | null> {
  const { shopId } = shop;
  const found = await inShop(shop, async (tx) => ({
    run: await tx.replayRun.findUnique({ where: { shopId_runId: { shopId, runId } } }),
    nameOf: await nameLocations(tx, shop),
    currency: (await readShopFormat(tx, shop)).currency,
  }));
  if (found.run?.kind !== "draft") return null;
  const plan = (of: PlanSummary): CsvCell[] => [
    describePlan(of, found.nameOf, found.currency),
    of.cost,
    of.deliveryDays,
    of.parcels.length,
  ];
  return {
    filename: `replay ${found.run.name}.csv`,
    header: replayCsvHeader,
    batches: readBatches(shop, runId, (row) => [
      ...[row.orderName, row.kind.replaceAll("_", " ")],
      ...plan(row.before as unknown as PlanSummary),
      ...plan(row.after as unknown as PlanSummary),
      row.costDifference.toFixed(4),
    ]),
  };
}

type ChangeRow = NonNullable<Awaited<ReturnType<typeof readPage>>[number]>;

async function* readBatches(
  shop: ShopContext,
  runId: string,
  toCells: (row: ChangeRow) => CsvCell[],
): AsyncGenerator<CsvCell[][]> {
  for (let after = -1; ;) {
    const rows = await readPage(shop, runId, after);
    if (rows.length === 0) return;
    yield rows.map(toCells);
    after = rows.at(-1)!.position;
  }
}

async function readPage(shop: ShopContext, runId: string, after: number) {
  const where = { shopId: shop.shopId, runId, position: { gt: after } };
  return inShop(shop, (tx) =>
    tx.replayChange.findMany({ where, orderBy: { position: "asc" }, take: ROWS_AT_ONCE }),
  );
}
