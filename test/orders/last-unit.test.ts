import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { decideOrders } from "#app/orders/decide-orders.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { pickDirtyOrders } from "#app/orders/pick-dirty-orders.server.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

const sku = "SCK-M";
const orders = 50;
let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
});

/** As its job would: where no connection came free in time, it comes again. */
async function decideAlone(reading: Parameters<typeof decideOrders>[1]): Promise<void> {
  for (;;) {
    try {
      await decideOrders(world.shop, reading);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "P2028") throw error;
    }
  }
}

test(
  "the last unit under 50 decisions at once is promised once",
  { timeout: 120_000 },
  async () => {
    const { shop } = world;
    await world.stock({ [sku]: { "Boulder Store": orders } });
    const ids = Array.from({ length: orders }, () => world.buy({ lines: [{ sku, quantity: 1 }] }));
    // Where Shopify put them nothing is left; one unit lies elsewhere, and no order holds it.
    await world.stock({ [sku]: { "Boulder Store": -orders, "Denver Store": 1 } });
    await inShop(shop, (tx) =>
      noteOrdersChanged(
        tx,
        shop,
        ids.map((orderId) => ({ orderId, reason: "order placed" })),
      ),
    );
    const dirty = await inShop(shop, (tx) => pickDirtyOrders(tx, shop.shopId, 100));
    const live = new Map((await readOrders(shop.shopId, ids)).map((order) => [order.id, order]));
    const readAt = shop.clock.now();
    await Promise.all(dirty.map((one) => decideAlone({ dirty: [one], live, readAt })));
    const decided = await inShop(shop, (tx) =>
      tx.decision.groupBy({ by: ["outcome"], where: { orderId: { in: ids } }, _count: true }),
    );
    expect(Object.fromEntries(decided.map((row) => [row.outcome, row._count]))).toEqual({
      planned: 1,
      unfillable: orders - 1,
    });
    const held = await inShop(shop, (tx) =>
      tx.reservation.findMany({ where: { orderId: { in: ids }, status: "active" } }),
    );
    const denver = world.locations["Denver Store"];
    expect(held.map((row) => [row.locationId, row.units])).toEqual([[denver, 1]]);
  },
);
