import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** What became known of an item at a location. Units; `available` may be negative. */
export interface KnownLevel {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  /** ISO 8601, of the change in Shopify; null when unknown, which counts as newest. */
  readonly updatedAt: string | null;
  /** Known when the level was read; a webhook tells `available` only. */
  readonly committed?: number;
  readonly onHand?: number;
}

/** What told us of a level: a webhook of Shopify’s, or something we asked or did (`routing`: placed an order). */
export type LevelCause =
  "shopify" | "import" | "audit" | "resync" | "routing" | "correction" | "count" | "disconnected";

export interface LevelSource {
  readonly cause: LevelCause;
  /** When the levels were read; null for webhooks. */
  readonly readAt: Date | null;
}

/**
 * Writes levels into the mirror in one statement, and every change of available into the movements. A fact older than the one stored is dropped, so
 * late and repeated webhooks are harmless; equal instants are taken. Wakes the exceptions that wait for stock of an item whose available rose.
 */
export async function writeLevels(
  tx: Tx,
  shop: ShopContext,
  levels: readonly KnownLevel[],
  source: LevelSource,
): Promise<void> {
  if (levels.length === 0) return;
  const json = JSON.stringify(newestPerShelf(levels).map(toRow));
  const awaited = await upsertNewer(tx, shop, json, source);
  const events = [...new Set(awaited)].map((itemId) => `stock_changed:${itemId}`);
  if (events.length > 0) await enqueue(tx, "wake-exceptions", { shopId: shop.shopId, events });
}

/** An old reading tells no figures any more, but still that Shopify stocks the item there. */
const isNews = Prisma.sql`coalesce(level.shopify_updated_at <= excluded.shopify_updated_at, true)`;

/** Returns the items whose available rose somewhere while an exception waits for them. */
async function upsertNewer(
  tx: Tx,
  shop: ShopContext,
  json: string,
  source: LevelSource,
): Promise<string[]> {
  const risen = await tx.$queryRaw<{ inventoryItemId: string }[]>`
    with told as (
      select * from jsonb_to_recordset(${json}::jsonb) as row(item text, location text,
        available int, committed int, on_hand int, updated_at timestamptz)
    ), written as (${upsertTold(shop, source)}
    ), moved as (${noteMoves(shop, source)})
    select distinct written.inventory_item_id "inventoryItemId"
    from written
    left join stock_levels before on ${isShelfOfWritten(shop)}
    where written.available > coalesce(before.available, 0)
      and exists (select from exceptions waiting
        where waiting.shop_id = ${shop.shopId} and waiting.status = 'open'
          and waiting.wake_on @> array['stock_changed:' || written.inventory_item_id])`;
  return risen.map((row) => row.inventoryItemId);
}

function upsertTold({ shopId, clock }: ShopContext, { cause, readAt }: LevelSource): Prisma.Sql {
  const now = clock.now();
  const isOurs = cause === "correction" || cause === "count";
  return Prisma.sql`
    insert into stock_levels as level (shop_id, inventory_item_id, location_id, available,
      committed, on_hand, shopify_updated_at, read_at, first_known_at)
    select ${shopId}, item, location, available, coalesce(committed, 0),
      coalesce(on_hand, available), updated_at, ${readAt}::timestamptz, ${now}
    from told order by item, location
    on conflict (shop_id, inventory_item_id, location_id) do update set
      available = case when ${isNews} then excluded.available else level.available end,
      committed = case when ${isNews} and excluded.read_at is not null
        then excluded.committed else level.committed end,
      on_hand = case when ${isNews} and excluded.read_at is not null
        then excluded.on_hand else level.on_hand end,
      shopify_updated_at = greatest(excluded.shopify_updated_at, level.shopify_updated_at),
      read_at = coalesce(excluded.read_at, level.read_at),
      last_fell_at = case when ${isNews} and excluded.available < level.available
        and not ${isOurs} then ${now} else level.last_fell_at end
    where ${isNews} or excluded.read_at is not null
    returning inventory_item_id, location_id, available`;
}

/** Within the statement that writes them, `stock_levels` still shows what was there before. */
function noteMoves(shop: ShopContext, { cause }: LevelSource): Prisma.Sql {
  return Prisma.sql`
    insert into stock_movements (shop_id, inventory_item_id, location_id, at, cause, before, after,
      actor)
    select ${shop.shopId}, written.inventory_item_id, written.location_id, ${shop.clock.now()},
      ${cause}, before.available, written.available, ${shop.actor.name}
    from written
    join stock_levels before on ${isShelfOfWritten(shop)}
    where before.available <> written.available
    order by written.inventory_item_id, written.location_id`;
}

function isShelfOfWritten({ shopId }: ShopContext): Prisma.Sql {
  return Prisma.sql`before.shop_id = ${shopId}
    and before.inventory_item_id = written.inventory_item_id
    and before.location_id = written.location_id`;
}

/** One statement may touch a row once only. */
function newestPerShelf(levels: readonly KnownLevel[]): KnownLevel[] {
  const newest = new Map<string, KnownLevel>();
  for (const level of levels) {
    const shelf = `${level.inventoryItemId}@${level.locationId}`;
    const other = newest.get(shelf);
    if (!other || instantOf(other) <= instantOf(level)) newest.set(shelf, level);
  }
  return [...newest.values()];
}

function instantOf(level: KnownLevel): number {
  return level.updatedAt === null ? Infinity : Date.parse(level.updatedAt);
}

function toRow(level: KnownLevel) {
  return {
    item: level.inventoryItemId,
    location: level.locationId,
    available: level.available,
    committed: level.committed ?? null,
    on_hand: level.onHand ?? null,
    updated_at: level.updatedAt,
  };
}
