import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { showWhatIf } from "#app/orders/show-what-if.server.ts";
import type { WhatIf } from "#app/orders/what-if.ts";
import { supposeFacts } from "#app/orders/what-if.ts";
import type { ShopContext } from "#app/shop-context.ts";
import {
  smallSnapshot,
  storeDecidedOrder,
  storeLocations,
  type SmallWorld,
} from "#test/builders/decided-order.ts";
import { installedShop, shopContext } from "#test/builders/shop.ts";

const nothing: WhatIf = { closedLocationId: null, stock: null };
const world: SmallWorld = {
  stock: [
    ["1", "A", 5],
    ["3", "A", 5],
  ],
  lines: [["A", 2]],
};

describe("supposed facts", () => {
  const snapshot = smallSnapshot("7", world);

  it("change the stock of one shelf, or put goods on an empty one", () => {
    const at = (locationId: string, units: number) =>
      supposeFacts(snapshot, { ...nothing, stock: { locationId, sku: "A", units } }).stock;
    expect(at("1", 0).map((row) => row.available)).toEqual([0, 5]);
    expect(at("2", 4)).toHaveLength(3);
    expect(snapshot.stock.map((row) => row.available)).toEqual([5, 5]);
  });

  it("close one location and leave the world as it was", () => {
    const { network } = supposeFacts(snapshot, { ...nothing, closedLocationId: "1" });
    expect(network.locations.map(({ paused }) => paused)).toEqual([true, false, false]);
    expect(snapshot.network.locations.some(({ paused }) => paused)).toBe(false);
  });
});

describe("an order tried with other facts", () => {
  let shop: ShopContext;
  beforeAll(async () => {
    shop = await installedShop("what-if.myshopify.com");
    await storeLocations(shop);
    await storeDecidedOrder(shop, "7", world);
  });
  const from = async (whatIf: WhatIf) => {
    const view = await showWhatIf(shop, "7", whatIf);
    return [view?.before, view?.after].map((plan) => plan?.parcels.map(({ name }) => name));
  };

  it("is shown as it was decided until something is supposed", async () => {
    expect(await from(nothing)).toEqual([["Denver"], undefined]);
  });

  it("goes elsewhere when its store is closed, empty, or another has the goods nearer by", async () => {
    expect(await from({ ...nothing, closedLocationId: "1" })).toEqual([
      ["Denver"],
      ["Columbus DC"],
    ]);
    const empty = { locationId: "1", sku: "A", units: 1 };
    expect((await from({ ...nothing, stock: empty }))[1]).toEqual(["Columbus DC"]);
    const both = { closedLocationId: "1", stock: { locationId: "2", sku: "A", units: 2 } };
    expect((await from(both))[1]).toEqual(["Boulder"]);
  });

  it("explains the other plan in sentences, names items, and writes nothing down", async () => {
    const view = await showWhatIf(shop, "7", { ...nothing, closedLocationId: "1" });
    expect(view?.after?.why).toContain("Columbus DC");
    expect(view?.items).toEqual([{ value: "A", label: "Item A · A" }]);
    expect(await inShop(shop, (tx) => tx.decision.count())).toBe(1);
  });

  it("is not shown to another shop", async () => {
    expect(await showWhatIf(shopContext("stranger.myshopify.com"), "7", nothing)).toBeNull();
    expect(await showWhatIf(shop, "no such order", nothing)).toBeNull();
  });
});
