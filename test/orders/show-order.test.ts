import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { showOrder } from "#app/orders/show-order.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";

const usual = { sequence: null, everyLocation: false };

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
    const first = await tx.decision.findFirstOrThrow({ where: { orderId } });
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
    await tx.exclusion.create({
      data: {
        ...{ shopId, locationId: "2", orderId, reason: "rejected by Boulder: not found" },
        createdAt: at,
      },
    });
    await tx.exclusion.create({
      data: {
        ...{ shopId, locationId: "2", inventoryItemId: "i-A", reason: "over before this" },
        ...{ createdAt: new Date(at.getTime() - 9_000), endedAt: new Date(at.getTime() - 1_000) },
      },
    });
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
    expect(order?.locations.map(({ name }) => name)).toEqual(["Boulder", "Columbus DC", "Denver"]);
  });

  it("tells only of setbacks that were in force when it was decided", async () => {
    const order = await showOrder(shop, "9007199254740993", usual);
    const boulder = order?.shown?.verdicts.find(({ name }) => name === "Boulder");
    expect(boulder?.reasons).toEqual([
      { text: "Left out of this order: rejected by Boulder: not found", rule: null },
    ]);
  });

  it("opens an older decision by its number, and the one in force for an unknown number", async () => {
    const older = await showOrder(shop, "9007199254740993", { ...usual, sequence: 1 });
    expect(older?.shown).toMatchObject({ sequence: 1, isCurrent: false, trigger: "order placed" });
    const unknown = await showOrder(shop, "9007199254740993", { ...usual, sequence: 99 });
    expect(unknown?.shown?.sequence).toBe(2);
  });

  it("is not there for a stranger or an unknown id", async () => {
    const stranger = await installedShop("stranger.myshopify.com");
    expect(await showOrder(stranger, "9007199254740993", usual)).toBeNull();
    // Beyond 2^53 these two would be one number.
    expect(await showOrder(shop, "9007199254740992", usual)).toBeNull();
  });
});
