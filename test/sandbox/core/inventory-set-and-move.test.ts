import { expect, test } from "vitest";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { ask, gid, unitsAt } from "./admin-client.ts";
import { MOVE_STATES, SET, SKU, stocked, type GroupPayload } from "./inventory-world.ts";

test("setting on_hand leaves committed units and changes available by the difference", async () => {
  const { shop, denver, itemId, at } = stocked();
  placeOrder(shop, { lines: [{ sku: SKU, quantity: 4 }] });
  expect(unitsAt(shop, SKU, denver)).toEqual({ available: 6, committed: 4 });
  const quantities = [
    { inventoryItemId: itemId, locationId: at, quantity: 7, changeFromQuantity: 10 },
  ];
  const payload = await ask<GroupPayload>(shop, SET, {
    input: { name: "on_hand", reason: "cycle_count_available", quantities },
    key: "k",
  });
  expect(payload.userErrors).toEqual([]);
  expect(unitsAt(shop, SKU, denver)).toEqual({ available: 3, committed: 4 });
});

test("setting is compare-and-swap, takes two names only and no pair twice", async () => {
  const { shop, itemId, at } = stocked();
  const entry = { inventoryItemId: itemId, locationId: at, quantity: 3, changeFromQuantity: null };
  const codes = async (name: string, quantities: unknown[]) =>
    (
      await ask<GroupPayload>(shop, SET, {
        input: { name, reason: "correction", quantities },
        key: JSON.stringify([name, quantities]),
      })
    ).userErrors.map(({ code }) => code);
  expect(await codes("damaged", [entry])).toEqual(["INVALID_NAME"]);
  expect(await codes("available", [{ ...entry, changeFromQuantity: 1 }])).toEqual([
    "CHANGE_FROM_QUANTITY_STALE",
  ]);
  expect(await codes("available", [entry, entry])).toEqual([
    "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
  ]);
  expect(await codes("on_hand", [{ ...entry, quantity: -1 }])).toEqual([
    "INVALID_QUANTITY_NEGATIVE",
  ]);
});

test("quantities move between states at one location only", async () => {
  const { shop, denver, boulder, itemId } = stocked();
  const terminal = (locationId: string, name: string) => ({
    locationId: gid("Location", locationId),
    name,
    changeFromQuantity: null,
    ...(name === "available" ? {} : { ledgerDocumentUri: "app://backroom/1" }),
  });
  const move = (from: unknown, to: unknown) =>
    ask<GroupPayload>(shop, MOVE_STATES, {
      input: {
        reason: "safety_stock",
        referenceDocumentUri: "app://backroom/1",
        changes: [{ inventoryItemId: itemId, quantity: 2, from, to }],
      },
      key: JSON.stringify([from, to]),
    });
  const moved = await move(terminal(denver, "available"), terminal(denver, "safety_stock"));
  expect(moved.userErrors).toEqual([]);
  expect(unitsAt(shop, SKU, denver).available).toBe(8);
  const elsewhere = await move(terminal(denver, "available"), terminal(boulder, "safety_stock"));
  expect(elsewhere.userErrors[0]?.code).toBe("DIFFERENT_LOCATIONS");
  const same = await move(terminal(denver, "damaged"), terminal(denver, "damaged"));
  expect(same.userErrors[0]?.code).toBe("SAME_QUANTITY_NAME");
});
