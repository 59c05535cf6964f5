import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BarredPlace } from "./internal/build-snapshot.ts";

export interface BarredPlaces {
  /** Places closed to one order, by order id. */
  readonly ofOrder: ReadonlyMap<string, BarredPlace[]>;
  /** Items cooling off at a location, whatever the order. */
  readonly coolOffs: readonly BarredPlace[];
}

/** The exclusions in force for some orders and items. */
export async function loadBarredPlaces(
  tx: Tx,
  shop: ShopContext,
  orderIds: readonly string[],
  inventoryItemIds: readonly string[],
): Promise<BarredPlaces> {
  const rows = await tx.exclusion.findMany({
    where: {
      shopId: shop.shopId,
      endedAt: null,
      AND: [
        { OR: [{ untilAt: null }, { untilAt: { gt: shop.clock.now() } }] },
        {
          OR: [
            { orderId: { in: [...orderIds] } },
            { orderId: null, inventoryItemId: { in: [...inventoryItemIds] } },
          ],
        },
      ],
    },
    orderBy: { exclusionId: "asc" },
  });
  const ofOrder = new Map<string, BarredPlace[]>();
  for (const row of rows) {
    if (row.orderId === null) continue;
    ofOrder.set(row.orderId, [...(ofOrder.get(row.orderId) ?? []), row]);
  }
  return { ofOrder, coolOffs: rows.filter((row) => row.orderId === null) };
}
