import type { Tx } from "#app/db.server.ts";
import type { Outlook } from "./outlook.ts";

const SCALE = 10_000;

/** Writes what was reckoned of some shelves, in the shop's currency; one statement. */
export async function storeOutlooks(
  tx: Tx,
  shopId: string,
  computedAt: Date,
  outlooks: readonly Outlook[],
): Promise<void> {
  const rows = outlooks.map((one) => ({
    item: one.inventoryItemId,
    place: one.locationId,
    cost: ((one.scarcity - one.agedCredit) / SCALE).toFixed(4),
    scarcity: (one.scarcity / SCALE).toFixed(4),
    credit: (one.agedCredit / SCALE).toFixed(4),
    speed: one.unitsPerDay.toFixed(4),
    cover: one.daysOfCover,
    age: one.ageDays,
    basis: one.basis,
  }));
  await tx.$executeRaw`
    insert into opportunity_costs (shop_id, computed_at, inventory_item_id, location_id, cost,
      scarcity, aged_credit, units_per_day, days_of_cover, age_days, basis)
    select ${shopId}, ${computedAt}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(item text, place text, cost numeric, scarcity numeric, credit numeric, speed numeric,
        cover int, age int, basis text)
    on conflict (shop_id, inventory_item_id, location_id) do update set
      cost = excluded.cost, scarcity = excluded.scarcity, aged_credit = excluded.aged_credit,
      units_per_day = excluded.units_per_day, days_of_cover = excluded.days_of_cover,
      age_days = excluded.age_days, basis = excluded.basis, computed_at = excluded.computed_at`;
}

/** Forgets shelves that a run begun at `computedAt` no longer found. */
export async function forgetOutlooks(tx: Tx, shopId: string, computedAt: Date): Promise<void> {
  await tx.opportunityCost.deleteMany({ where: { shopId, computedAt: { lt: computedAt } } });
}
