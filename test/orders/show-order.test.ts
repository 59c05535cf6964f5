import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { MADE_BY_STAFF } from "#app/orders/internal/adopt-moves.ts";
import { makeRoutingNetworks } from "#app/orders/internal/routing-networks.ts";
import { showOrder } from "#app/orders/show-order.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { smallNetwork, storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";

const usual = { sequence: null, everyLocation: false };

/** The lane that the routing job itself gives to a person's choice. */
function makeOverrideLane(): string {
  const { ruleset, ...rest } = smallNetwork();
  const networks = makeRoutingNetworks({ ...rest, rules: ruleset, ruleVersion: 1, pilot: null });
  return networks.override.network.ruleset.lanes[0]!.id;
}

let shop: ShopContext;

beforeAll(async () => {
  shop = await installedShop();
  const { shopId } = shop;
  const at = shop.clock.now();
  await storeLocations(shop);
  await storeDecidedOrder(shop, "9007199254740993", {
    stock: [
      ["1", "A", 5],
      ["3", "A", 5],
    ],
    lines: [["A", 2]],
  });
  const orderId = "9007199254740993";
  await inShop(shop, async (tx) => {
    const omit = { enginePlan: true } as const;
    const first = await tx.decision.findFirstOrThrow({ where: { orderId }, omit });
    await tx.decision.create({
      data: {
        ...first,
        ...{ decisionId: "second", sequence: 2, trigger: "asked by Ana", actor: "Ana" },
        ...{ snapshot: first.snapshot ?? {}, plan: first.plan ?? {}, reason: "counted again" },
      },
    });
    await tx.order.update({
      where: { shopId_orderId: { shopId, orderId } },
      data: { decisionId: "second" },
    });
    for (const message of ["Backroom heard of the order: order placed.", "Ships from Denver."])
      await tx.orderEvent.create({ data: { shopId, orderId, at, kind: "decided", message } });
    await tx.pickTask.create({
      data: {
        ...{ shopId, taskId: "t1", orderId, decisionId: "second", locationId: "1" },
        ...{ orderName: "#1", units: 2, deadlineAt: at, createdAt: at },
      },
    });
  });
});

describe("one order", () => {
  it("shows the decision in force, with its reasons, tasks and history", async () => {
    const order = await showOrder(shop, "9007199254740993", usual);
    expect(order?.shown).toMatchObject({ sequence: 2, isCurrent: true, reason: "counted again" });
    expect(order?.shown?.why).toMatch(/^Ships whole from Denver/);
    expect(order?.decisions.map(({ sequence, isCurrent }) => [sequence, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(order?.events.map(({ message }) => message)).toEqual([
      "Backroom heard of the order: order placed.",
      "Ships from Denver.",
    ]);
    expect(order?.tasks).toMatchObject([{ location: "Denver", status: "offered", units: 2 }]);
  });

  it("offers to send it where most of it is, counting what its own plan takes", async () => {
    const { shopId } = shop;
    const boulder = { locationId: "2", inventoryItemId: "i-A", available: 1 };
    await inShop(shop, (tx) => tx.stockLevel.create({ data: { shopId, ...boulder } }));
    const order = await showOrder(shop, "9007199254740993", usual);
    expect(order?.locations.map(({ name }) => name)).toEqual([
      "Denver: all 2 units",
      "Boulder: 1 of 2 units",
      "Columbus DC: nothing of it",
    ]);
  });

  it("names every line with its variant, since one order may hold two of them", async () => {
    const { shopId } = shop;
    const item = { inventoryItemId: "i-A", key: "A", variantId: "v-A", productId: "p-A" };
    await inShop(shop, (tx) =>
      tx.item.create({ data: { shopId, ...item, title: "Item A", variantTitle: "Blue" } }),
    );
    const shown = (await showOrder(shop, "9007199254740993", usual))?.shown;
    expect(shown?.parcels.map(({ lines }) => lines)).toEqual([
      [{ title: "Item A / Blue", units: 2 }],
    ]);
    expect(new Set(shown?.stock.map(({ title }) => title))).toEqual(new Set(["Item A / Blue"]));
  });

  it("opens an older decision by its number, and the one in force for an unknown number", async () => {
    const older = await showOrder(shop, "9007199254740993", { ...usual, sequence: 1 });
    expect(older?.shown).toMatchObject({ sequence: 1, isCurrent: false, trigger: "order placed" });
    const unknown = await showOrder(shop, "9007199254740993", { ...usual, sequence: 99 });
    expect(unknown?.shown?.sequence).toBe(2);
  });

  it("knows a person's choice and staff's move from the engine's decisions", async () => {
    const orderId = "9007199254740993";
    const change = async (data: { engineVersion?: string; lane?: string; actor?: string }) => {
      const key = { shopId_decisionId: { shopId: shop.shopId, decisionId: "second" } };
      await inShop(shop, (tx) => tx.decision.update({ where: key, data }));
      return (await showOrder(shop, orderId, usual))?.shown?.maker;
    };
    expect(await change({ actor: "Ana" })).toBe("engine");
    expect(await change({ lane: makeOverrideLane(), actor: "Ana" })).toBe("person");
    expect(await change({ engineVersion: MADE_BY_STAFF })).toBe("staff");
  });

  it("is not there for a stranger or an unknown id", async () => {
    const stranger = await installedShop("stranger.myshopify.com");
    expect(await showOrder(stranger, "9007199254740993", usual)).toBeNull();
    // Beyond 2^53 these two would be one number.
    expect(await showOrder(shop, "9007199254740992", usual)).toBeNull();
  });
});
