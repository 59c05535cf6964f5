import { expect, test } from "vitest";
import { ask, gid, send, unitsAt } from "./admin-client.ts";
import { ADJUST, adjustment, SKU, stocked, type GroupPayload } from "./inventory-world.ts";

test("an adjustment of available lists the mirrored on_hand change and is told once", async () => {
  const world = stocked();
  const payload = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, -3),
    key: "k1",
  });
  expect(payload.userErrors).toEqual([]);
  expect(payload.inventoryAdjustmentGroup?.changes).toMatchObject([
    { name: "available", delta: -3, quantityAfterChange: null },
    { name: "on_hand", delta: -3 },
  ]);
  expect(unitsAt(world.shop, SKU, world.denver).available).toBe(7);
  expect(world.events.map(({ topic }) => topic)).toEqual(["inventory_levels/update"]);
});

test("a zero delta gives a null group and no error", async () => {
  const world = stocked();
  const payload = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, 0),
    key: "k1",
  });
  expect(payload).toEqual({ inventoryAdjustmentGroup: null, userErrors: [] });
});

test("the same key answers again without doing it again; with other parameters it refuses", async () => {
  const world = stocked();
  const first = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, -1),
    key: "k",
  });
  const again = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, -1),
    key: "k",
  });
  expect(again).toEqual(first);
  expect(unitsAt(world.shop, SKU, world.denver).available).toBe(9);
  expect(world.shop.mutationLog).toHaveLength(1);
  const other = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, -2),
    key: "k",
  });
  expect(other.userErrors).toEqual([
    {
      field: null,
      message: "The same idempotency key cannot be used with different operation parameters.",
      code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
    },
  ]);
});

test("without @idempotent the mutation is refused", async () => {
  const world = stocked();
  const body = await send(
    world.shop,
    `mutation($input: InventoryAdjustQuantitiesInput!) {
      inventoryAdjustQuantities(input: $input) { userErrors { message } } }`,
    { input: adjustment(world, -1) },
  );
  expect(body.errors?.[0]).toMatchObject({
    message: "The @idempotent directive is required for this mutation but was not provided.",
    extensions: { code: "BAD_REQUEST" },
  });
  expect(body.data).toEqual({ inventoryAdjustQuantities: null });
  expect(unitsAt(world.shop, SKU, world.denver).available).toBe(10);
});

test("changeFromQuantity must be given, be it null", async () => {
  const world = stocked();
  const change = { inventoryItemId: world.itemId, locationId: world.at, delta: 1 };
  const body = await send(world.shop, ADJUST, {
    input: { name: "available", reason: "correction", changes: [change] },
    key: "k",
  });
  expect(body.errors?.[0]).toMatchObject({
    message: "InventoryChangeInput must include the following argument: changeFromQuantity.",
    extensions: { code: "INVALID_FIELD_ARGUMENTS" },
  });
});

const PATH = ["input", "changes", "0"];

test.each<[string, Record<string, unknown>, string, string[]]>([
  [
    "a stale quantity",
    { change: { changeFromQuantity: 4 } },
    "CHANGE_FROM_QUANTITY_STALE",
    [...PATH, "changeFromQuantity"],
  ],
  [
    "an unknown item",
    { change: { inventoryItemId: gid("InventoryItem", "5") } },
    "INVALID_INVENTORY_ITEM",
    [...PATH, "inventoryItemId"],
  ],
  [
    "an unknown location",
    { change: { locationId: gid("Location", "5") } },
    "INVALID_LOCATION",
    [...PATH, "locationId"],
  ],
  ["the committed state", { name: "committed" }, "INVALID_QUANTITY_NAME", ["input", "name"]],
  ["an unknown reason", { reason: "because" }, "INVALID_REASON", ["input", "reason"]],
  [
    "a reference that is no URI",
    { referenceDocumentUri: "x" },
    "INVALID_REFERENCE_DOCUMENT",
    ["input", "referenceDocumentUri"],
  ],
  [
    "a ledger document for available",
    { change: { ledgerDocumentUri: "app://x/1" } },
    "INVALID_AVAILABLE_DOCUMENT",
    [...PATH, "ledgerDocumentUri"],
  ],
  [
    "no ledger document for damaged",
    { name: "damaged" },
    "INVALID_QUANTITY_DOCUMENT",
    [...PATH, "ledgerDocumentUri"],
  ],
  [
    "Shopify's own ledger document",
    { name: "damaged", change: { ledgerDocumentUri: "gid://shopify/Order/1" } },
    "INTERNAL_LEDGER_DOCUMENT",
    [...PATH, "ledgerDocumentUri"],
  ],
  [
    "too large a quantity",
    { change: { delta: 2_000_000_000 } },
    "INVALID_QUANTITY_TOO_HIGH",
    [...PATH, "delta"],
  ],
  [
    "too low a quantity",
    { change: { delta: -2_000_000_011 } },
    "INVALID_QUANTITY_TOO_LOW",
    [...PATH, "delta"],
  ],
])("an adjustment with %s is refused", async (_, more, code, field) => {
  const world = stocked();
  const payload = await ask<GroupPayload>(world.shop, ADJUST, {
    input: adjustment(world, 1, more),
    key: "k",
  });
  expect(payload.inventoryAdjustmentGroup).toBeNull();
  expect(payload.userErrors).toMatchObject([{ field, code }]);
  expect(unitsAt(world.shop, SKU, world.denver).available).toBe(10);
});
