import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { OrderFilter } from "./find-orders.server.ts";
import { findOrders, ordersPerPage } from "./find-orders.server.ts";
import type { OrderStatus } from "./order-tabs.ts";

export interface OrderRow {
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  /** Names of the locations the parcels leave from. */
  readonly shipsFrom: readonly string[];
  /** Decimal string in the shop's currency; null without a plan. */
  readonly cost: string | null;
  readonly deliveryDays: number | null;
  readonly promisedDays: number | null;
  readonly deliveryMethod: string;
  readonly exception: { readonly exceptionId: string; readonly queue: string } | null;
}

export interface OrderPage {
  readonly format: ShopFormat;
  readonly rows: readonly OrderRow[];
  readonly total: number;
  readonly perPage: number;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
}

/**
 * One page of the shop's orders with what the current decision says of each. Orders that Shopify
 * announced but that have not been read yet (seconds) have no name and are left out.
 */
export async function listOrders(shop: ShopContext, filter: OrderFilter): Promise<OrderPage> {
  return inShop(shop, async (tx) => {
    const format = await readShopFormat(tx, shop);
    const locations = await readLocationNames(tx);
    const { rows, total } = await findOrders(tx, shop.shopId, filter, format.timeZone);
    const names = new Map(locations.map(({ id, name }) => [id, name]));
    const exceptions = await readOpenExceptions(
      tx,
      rows.map((row) => row.orderId),
    );
    return {
      format,
      total,
      perPage: ordersPerPage,
      locations,
      rows: rows.map(({ locationIds, placedAt, ...row }) => ({
        ...row,
        placedAt: placedAt.toISOString(),
        shipsFrom: locationIds.map((id) => names.get(id) ?? "Removed location"),
        exception: exceptions.get(row.orderId) ?? null,
      })),
    };
  });
}

async function readLocationNames(tx: Tx) {
  const rows = await tx.location.findMany({
    select: { locationId: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({ id: row.locationId, name: row.name }));
}

/** The longest-open exception of each order. */
async function readOpenExceptions(tx: Tx, orderIds: readonly string[]) {
  const rows = await tx.exception.findMany({
    where: { status: "open", orderId: { in: [...orderIds] } },
    select: { exceptionId: true, queue: true, orderId: true },
    orderBy: { createdAt: Prisma.SortOrder.desc },
  });
  return new Map(rows.map(({ orderId, ...exception }) => [orderId, exception]));
}
