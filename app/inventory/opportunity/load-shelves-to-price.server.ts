import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { loadShelves } from "../pool/load-shelves.server.ts";
import { unitsToPromise } from "../units-to-promise.ts";

/** A shelf as opportunity costs are reckoned for it. */
export interface ShelfToPrice {
  readonly inventoryItemId: string;
  readonly locationId: string;
  /** Units a new order may be given. */
  readonly units: number;
  /** Days since new units came, or since the shelf is known; null when not known. */
  readonly ageDays: number | null;
  /** Days since a unit came or left; null when not known. */
  readonly idleDays: number | null;
}

const DAY_MS = 24 * 3_600_000;

interface Dates {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly filledAt: Date | null;
  readonly fellAt: Date | null;
  readonly reserved: number;
}

/** The shelves of some items at locations that may ship. */
export async function loadShelvesToPrice(
  tx: Tx,
  shop: ShopContext,
  inventoryItemIds: readonly string[],
): Promise<ShelfToPrice[]> {
  const now = shop.clock.now().getTime();
  const shelves = await loadShelves(tx, shop, inventoryItemIds);
  const rows = await loadDates(tx, shop.shopId, inventoryItemIds);
  const datesOf = new Map(rows.map((row) => [keyOf(row), row]));
  return shelves.map((shelf) => {
    const { inventoryItemId, locationId, available, safetyStock, policy } = shelf;
    const dates = datesOf.get(keyOf(shelf));
    const pooled = policy.outBecause === null;
    const reserved = dates?.reserved ?? 0;
    const { discount } = policy;
    return {
      inventoryItemId,
      locationId,
      units: unitsToPromise({ available, safetyStock, reserved, pooled, discount }),
      ageDays: daysSince(now, dates?.filledAt ?? null),
      idleDays: daysSince(now, latest(dates?.filledAt ?? null, dates?.fellAt ?? null)),
    };
  });
}

async function loadDates(tx: Tx, shopId: string, ids: readonly string[]): Promise<Dates[]> {
  return tx.$queryRaw<Dates[]>`
    select level.inventory_item_id as "inventoryItemId", level.location_id as "locationId",
      coalesce(filled.at, level.first_known_at) as "filledAt", level.last_fell_at as "fellAt",
      coalesce(held.units, 0)::int as reserved
    from stock_levels level
    left join lateral (select max(m.at) as at from stock_movements m
      where m.shop_id = level.shop_id and m.inventory_item_id = level.inventory_item_id
        and m.location_id = level.location_id and m.after > m.before) filled on true
    left join lateral (select sum(r.units) as units from reservations r
      where r.shop_id = level.shop_id and r.status = 'active'
        and r.inventory_item_id = level.inventory_item_id
        and r.location_id = level.location_id) held on true
    where level.shop_id = ${shopId} and level.inventory_item_id = any(${[...ids]}::text[])`;
}

function keyOf(row: { readonly inventoryItemId: string; readonly locationId: string }): string {
  return `${row.inventoryItemId}/${row.locationId}`;
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function daysSince(now: number, at: Date | null): number | null {
  return at === null ? null : Math.max(0, Math.floor((now - at.getTime()) / DAY_MS));
}
