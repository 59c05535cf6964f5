import { expect, test } from "vitest";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { ask, gid, locationNamed, send, testShop, unitsAt } from "./admin-client.ts";
import type { UserErrorNode } from "./fulfillment-order-mutations.ts";

const GROUP = `inventoryAdjustmentGroup { id reason referenceDocumentUri
    changes { name delta quantityAfterChange ledgerDocumentUri location { id } } }
  userErrors { field message code }`;

const ADJUST = `mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;
const SET = `mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;
const MOVE_STATES = `mutation MoveStates($input: InventoryMoveQuantitiesInput!, $key: String!) {
  inventoryMoveQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;

interface GroupPayload {
  inventoryAdjustmentGroup: { changes: { name: string; delta: number }[] } | null;
  userErrors: UserErrorNode[];
}

const SKU = "SCK-M";

function stocked() {
  const { shop, events } = testShop();
  const denver = locationNamed(shop, "Denver Store");
  const boulder = locationNamed(shop, "Boulder Store");
  for (const locationId of [denver, boulder])
    setStock(shop, { sku: SKU, locationId, available: 10 });
  events.length = 0;
  const itemId = gid("InventoryItem", shop.variantsBySku.get(SKU)?.inventoryItemId ?? "");
  return { shop, events, denver, boulder, itemId, at: gid("Location", denver) };
}

type World = ReturnType<typeof stocked>;

function adjustment({ itemId, at }: World, delta: number, more: Record<string, unknown> = {}) {
  const { change, ...input } = more as { change?: Record<string, unknown> };
  return {
    name: "available",
    reason: "correction",
    changes: [
      { inventoryItemId: itemId, locationId: at, delta, changeFromQuantity: null, ...change },
    ],
    ...input,
  };
}

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
