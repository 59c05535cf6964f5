import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { OrderFilter } from "#app/orders/find-orders.server.ts";
import { listOrders } from "#app/orders/list-orders.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";

const everything: OrderFilter = {
  ...{ tab: "all", search: "", locationId: "", fromOn: "", toOn: "" },
  ...{ sort: "placed desc", page: 1 },
};

let shop: ShopContext;

beforeAll(async () => {
  shop = await installedShop("list.myshopify.com");
  const { shopId } = shop;
  await inShop(shop, (tx) =>
    tx.shop.update({ where: { shopId }, data: { timeZone: "America/Denver" } }),
  );
  await storeLocations(shop);
  const stock = [
    ["1", "A", 5],
    ["3", "A", 5],
    ["3", "B", 5],
  ] as const;
  // 06:30 UTC is still the evening before in Denver.
  await storeDecidedOrder(
    shop,
    "1001",
    { stock, lines: [["A", 1]] },
    { placedAt: new Date("2026-11-20T06:30:00Z") },
  );
  await storeDecidedOrder(
    shop,
    "1002",
    {
      stock: [
        ["1", "A", 1],
        ["3", "B", 1],
      ],
      lines: [
        ["A", 1],
        ["B", 1],
      ],
    },
    { placedAt: new Date("2026-11-20T15:00:00Z"), status: "held" },
  );
  await storeDecidedOrder(
    shop,
    "1_03",
    { stock: [], lines: [["A", 1]] },
    { placedAt: new Date("2026-11-21T15:00:00Z"), status: "exception" },
  );
  await inShop(shop, async (tx) => {
    await tx.order.create({ data: { shopId, orderId: "1004", createdAt: new Date() } });
    await tx.exception.create({
      data: {
        ...{ shopId, exceptionId: "x1", queue: "no_location_fits", orderId: "1_03" },
        ...{ key: "no_location_fits:1_03", summary: "None", createdAt: shop.clock.now() },
      },
    });
  });
  await installedShop("other.myshopify.com");
});

async function names(change: Partial<OrderFilter>): Promise<string[]> {
  const { rows } = await listOrders(shop, { ...everything, ...change });
  return rows.map((row) => row.name);
}

describe("the order list", () => {
  it("shows what the current decision says, newest first, orders not read yet left out", async () => {
    const { rows, total } = await listOrders(shop, everything);
    expect(total).toBe(3);
    expect(rows.map((row) => [row.name, row.shipsFrom, row.exception?.queue])).toEqual([
      ["#1_03", [], "no_location_fits"],
      ["#1002", ["Denver", "Columbus DC"], undefined],
      ["#1001", ["Denver"], undefined],
    ]);
    expect(rows[2]).toMatchObject({ cost: "6.7500", deliveryDays: 2, promisedDays: 3 });
  });

  it("filters by tab, part of the name and location", async () => {
    expect(await names({ tab: "held" })).toEqual(["#1002"]);
    expect(await names({ search: "100" })).toEqual(["#1002", "#1001"]);
    expect(await names({ search: "_" })).toEqual(["#1_03"]);
    expect(await names({ locationId: "3" })).toEqual(["#1002"]);
    expect(await names({ locationId: "nowhere" })).toEqual([]);
  });

  it("takes days on the shop's own calendar", async () => {
    expect(await names({ toOn: "2026-11-19" })).toEqual(["#1001"]);
    expect(await names({ fromOn: "2026-11-20", toOn: "2026-11-20" })).toEqual(["#1002"]);
  });

  it("sorts by cost with orders without a plan last, whichever end comes first", async () => {
    expect(await names({ sort: "cost desc" })).toEqual(["#1002", "#1001", "#1_03"]);
    expect(await names({ sort: "cost asc" })).toEqual(["#1001", "#1002", "#1_03"]);
  });

  it("is empty past the last page and for another shop", async () => {
    expect(await names({ page: 2 })).toEqual([]);
    const stranger = { ...shop, shopId: "other.myshopify.com" };
    expect((await listOrders(stranger, everything)).total).toBe(0);
  });
});
