import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { refreshOpportunityCosts } from "#app/inventory/opportunity/refresh-opportunity-costs.server.ts";
import type { RoutedShop } from "#test/orders/routed-shop.ts";
import { openRoutedShop } from "#test/orders/routed-shop.ts";

let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
});

const DENVER = "Denver Store";
const BOULDER = "Boulder Store";
const CHICAGO = "Chicago Store";
const socks = "SCK-M";
const DAY_MS = 24 * 3_600_000;

async function outlookOf(location: string) {
  return inShop(world.shop, async (tx) => {
    const { inventoryItemId } = await tx.item.findFirstOrThrow({ where: { sku: socks } });
    const locationId = world.locations[location]!;
    return tx.opportunityCost.findFirstOrThrow({ where: { inventoryItemId, locationId } });
  });
}

const refresh = () => refreshOpportunityCosts({ shopId: world.shop.shopId });

/** Customers near Denver bought a pair a day for four weeks. */
async function rememberSales(): Promise<void> {
  const { shopId } = world.shop;
  const item = world.state.variantsBySku.get(socks)!.inventoryItemId;
  const days = Array.from({ length: 40 }, (_, n) => new Date(Date.now() - (28 - n * 0.7) * DAY_MS));
  await inShop(world.shop, async (tx) => {
    await tx.pastOrder.createMany({
      data: days.map((placedAt, n) => ({
        ...{ shopId, orderId: `past-${n}`, source: "shopify", placedAt, readAt: placedAt },
        facts: {
          order: { shippingAddress: { latitude: 39.74, longitude: -104.99 } },
          lines: [{ inventoryItemId: item, units: 1 }],
        },
      })),
    });
    await tx.pastPlacement.createMany({
      data: days.map((_, n) => ({
        ...{ shopId, fulfillmentOrderId: `past-${n}`, orderId: `past-${n}` },
        ...{ locationId: world.locations[DENVER]!, deliveryMethod: "SHIPPING" },
        lines: [{ lineItemId: String(n), inventoryItemId: item, units: 1 }],
      })),
    });
  });
}

test("without sales, cover has to do; with sales, the shelf its customers will need is dear", async () => {
  const { shopId } = world.shop;
  await inShop(world.shop, (tx) =>
    tx.shop.update({ where: { shopId }, data: { opportunityCost: true } }),
  );
  await world.stock({ [socks]: { [DENVER]: 2, [BOULDER]: 30, [CHICAGO]: 30 } });
  await refresh();
  const guess = await outlookOf(DENVER);
  expect(guess.basis).toBe("cover");
  expect(guess.scarcity.toNumber()).toBeGreaterThan(0);
  expect((await outlookOf(CHICAGO)).scarcity.toNumber()).toBe(0);

  await rememberSales();
  await world.stock({ [socks]: { [DENVER]: 8, [CHICAGO]: 60 } });
  await refresh();
  const denver = await outlookOf(DENVER);
  const chicago = await outlookOf(CHICAGO);
  expect(denver.basis).toBe("sales");
  expect(denver.cost.toNumber()).toBeGreaterThan(chicago.cost.toNumber());
  expect(chicago.scarcity.toNumber()).toBe(0);
  expect(denver.unitsPerDay.toNumber()).toBeGreaterThan(1);
  expect(denver.daysOfCover).toBe(5);
  expect(denver.ageDays).toBe(0);
});

test("stock that lies earns a credit, and a shelf that is gone is forgotten", async () => {
  const item = world.state.variantsBySku.get(socks)!.inventoryItemId;
  const longAgo = new Date(Date.now() - 200 * DAY_MS);
  await inShop(world.shop, async (tx) => {
    const shelf = { inventoryItemId: item, locationId: world.locations[CHICAGO]! };
    await tx.stockMovement.deleteMany({ where: shelf });
    await tx.stockLevel.updateMany({
      where: shelf,
      data: { firstKnownAt: longAgo, lastFellAt: longAgo },
    });
    await tx.item.updateMany({ where: { inventoryItemId: item }, data: { unitCost: "10" } });
    const gone = { inventoryItemId: item, locationId: world.locations[BOULDER]! };
    await tx.stockLevel.deleteMany({ where: gone });
  });
  await refresh();
  const chicago = await outlookOf(CHICAGO);
  expect(chicago.ageDays).toBe(200);
  expect(chicago.agedCredit.toNumber()).toBeCloseTo((10 * 0.2 * 200) / 365, 3);
  expect(chicago.cost.toNumber()).toBeLessThan(0);
  await expect(outlookOf(BOULDER)).rejects.toThrow();
});
