import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { FEWEST } from "../pilot/statistics/compare-means.ts";
import type { Difference } from "../pilot/statistics/interval.ts";
import { studentQuantile } from "../pilot/statistics/student-quantile.ts";
import type { ShadowReport } from "./shadow-view.ts";

type Totals = Pick<ShadowReport, "live" | "shadow" | "compared" | "saving" | "avoided" | "created">;

interface TotalsRow {
  readonly compared: number;
  readonly liveCost: string | null;
  readonly cost: string | null;
  readonly difference: number;
  readonly variance: number;
  readonly liveDays: number | null;
  readonly days: number | null;
  readonly liveSplit: number;
  readonly split: number;
  readonly liveExceptions: number;
  readonly exceptions: number;
  readonly avoided: number;
  readonly created: number;
}

/** Costs and days are of orders that both sides ship in full: others would compare unlike things. */
export async function readShadowTotals(
  tx: Tx,
  { shopId }: ShopContext,
  shadowId: string,
): Promise<Totals> {
  const [row] = await tx.$queryRaw<TotalsRow[]>`
    with decided as (
      select *, live_outcome = 'planned' and outcome = 'planned' and live_cost is not null
        and cost is not null as is_whole
      from shadow_decisions where shop_id = ${shopId} and shadow_id = ${shadowId})
    select count(*) filter (where is_whole)::int as compared,
      round(avg(live_cost) filter (where is_whole), 4)::text as "liveCost",
      round(avg(cost) filter (where is_whole), 4)::text as cost,
      coalesce(avg(cost - live_cost) filter (where is_whole), 0)::float8 as difference,
      coalesce(var_samp(cost - live_cost) filter (where is_whole), 0)::float8 as variance,
      avg(live_days) filter (where is_whole)::float8 as "liveDays",
      avg(days) filter (where is_whole)::float8 as days,
      count(*) filter (where live_parcels > 1)::int as "liveSplit",
      count(*) filter (where parcels > 1)::int as split,
      count(*) filter (where live_outcome <> 'planned')::int as "liveExceptions",
      count(*) filter (where outcome <> 'planned')::int as exceptions,
      count(*) filter (where live_outcome <> 'planned' and outcome = 'planned')::int as avoided,
      count(*) filter (where live_outcome = 'planned' and outcome <> 'planned')::int as created
    from decided`;
  if (!row) throw new Error("An aggregate without groups always gives one row.");
  const { compared, avoided, created } = row;
  return {
    ...{ compared, avoided, created },
    live: {
      ...{ cost: row.liveCost, days: row.liveDays, split: row.liveSplit },
      exceptions: row.liveExceptions,
    },
    shadow: { cost: row.cost, days: row.days, split: row.split, exceptions: row.exceptions },
    saving: findSaving(row),
  };
}

/**
 * Both sides decided the same orders, so the interval is of the differences, order by order (Student's t
 * for paired samples), which is far narrower than that of two means.
 */
function findSaving({ compared, difference, variance }: TotalsRow): Difference | null {
  if (compared < FEWEST) return null;
  const reach = studentQuantile(compared - 1) * Math.sqrt(variance / compared);
  return { value: difference, low: difference - reach, high: difference + reach };
}
