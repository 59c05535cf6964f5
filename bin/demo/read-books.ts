import pg from "pg";

export interface BookedOrder {
  readonly orderId: string;
  readonly name: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly cost: string | null;
  readonly parcels: readonly BookedParcel[];
  readonly unfilledUnits: number;
}

export interface BookedParcel {
  readonly locationId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

export interface Books {
  readonly orders: readonly BookedOrder[];
  readonly activeReservations: number;
  readonly openExceptions: number;
  readonly levels: readonly MirroredLevel[];
}

export interface MirroredLevel {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
}

/** What the app believes, read with the owner's connection past row-level security. */
export async function readBooks(databaseUrl: string, shopId: string): Promise<Books> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const orders = await client.query<BookRow>(bookedOrders, [shopId]);
    const counts = await client.query<{ reservations: number; exceptions: number }>(openCounts, [
      shopId,
    ]);
    const levels = await client.query<MirroredLevel>(mirroredLevels, [shopId]);
    return {
      orders: orders.rows.map(toBookedOrder),
      activeReservations: counts.rows[0]?.reservations ?? 0,
      openExceptions: counts.rows[0]?.exceptions ?? 0,
      levels: levels.rows,
    };
  } finally {
    await client.end();
  }
}

interface BookRow {
  readonly order_id: string;
  readonly name: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly cost: string | null;
  readonly plan: {
    readonly parcels: BookedParcel[];
    readonly unfilled: { readonly quantity: number }[];
  } | null;
}

const bookedOrders = `
  SELECT o.order_id, o.name, o.status, d.outcome, d.cost::text AS cost, d.plan
    FROM orders o LEFT JOIN decisions d ON (d.shop_id, d.decision_id) = (o.shop_id, o.decision_id)
   WHERE o.shop_id = $1 ORDER BY o.order_id`;

const openCounts = `
  SELECT (SELECT count(*)::int FROM reservations WHERE shop_id = $1 AND status = 'active') AS reservations,
         (SELECT count(*)::int FROM exceptions WHERE shop_id = $1 AND status = 'open') AS exceptions`;

const mirroredLevels = `
  SELECT inventory_item_id AS "inventoryItemId", location_id AS "locationId", available
    FROM stock_levels WHERE shop_id = $1`;

function toBookedOrder(row: BookRow): BookedOrder {
  const unfilled = row.plan?.unfilled ?? [];
  return {
    orderId: row.order_id,
    name: row.name,
    status: row.status,
    outcome: row.outcome,
    cost: row.cost,
    parcels: row.plan?.parcels ?? [],
    unfilledUnits: unfilled.reduce((sum, line) => sum + line.quantity, 0),
  };
}
