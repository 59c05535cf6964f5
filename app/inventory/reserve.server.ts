import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

export interface NewReservation {
  readonly orderId: string;
  readonly decisionId: string;
  readonly lineItemId: string;
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly units: number;
}

/** Holds stock for decisions until Shopify's own quantities show them. */
export async function reserveUnits(
  tx: Tx,
  shop: ShopContext,
  reservations: readonly NewReservation[],
): Promise<void> {
  if (reservations.length === 0) return;
  const createdAt = shop.clock.now();
  await tx.reservation.createMany({
    data: reservations.map((reservation) => ({ shopId: shop.shopId, createdAt, ...reservation })),
  });
}

/** Gives up what the orders hold, reflected or not: they were decided anew, cancelled or fulfilled. */
export async function releaseReservations(
  tx: Tx,
  shop: ShopContext,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await tx.reservation.updateMany({
    where: {
      shopId: shop.shopId,
      orderId: { in: [...orderIds] },
      status: { in: ["active", "reflected"] },
    },
    data: { status: "released", endedAt: shop.clock.now() },
  });
}

/** Shopify now commits the decision's units where we planned them; holding them twice would hide stock. */
export async function reflectReservations(
  tx: Tx,
  shop: ShopContext,
  decisionId: string,
): Promise<void> {
  await tx.reservation.updateMany({
    where: { shopId: shop.shopId, decisionId, status: "active" },
    data: { status: "reflected", endedAt: shop.clock.now() },
  });
}
