import { setStock } from "#sandbox/inventory/set-stock.ts";
import { gid, locationNamed, testShop } from "./admin-client.ts";
import type { UserErrorNode } from "./fulfillment-order-mutations.ts";

const GROUP = `inventoryAdjustmentGroup { id reason referenceDocumentUri
    changes { name delta quantityAfterChange ledgerDocumentUri location { id } } }
  userErrors { field message code }`;

export const ADJUST = `mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;
export const SET = `mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;
export const MOVE_STATES = `mutation MoveStates($input: InventoryMoveQuantitiesInput!, $key: String!) {
  inventoryMoveQuantities(input: $input) @idempotent(key: $key) { ${GROUP} } }`;

export interface GroupPayload {
  inventoryAdjustmentGroup: { changes: { name: string; delta: number }[] } | null;
  userErrors: UserErrorNode[];
}

export const SKU = "SCK-M";

export function stocked() {
  const { shop, events } = testShop();
  const denver = locationNamed(shop, "Denver Store");
  const boulder = locationNamed(shop, "Boulder Store");
  for (const locationId of [denver, boulder])
    setStock(shop, { sku: SKU, locationId, available: 10 });
  events.length = 0;
  const itemId = gid("InventoryItem", shop.variantsBySku.get(SKU)?.inventoryItemId ?? "");
  return { shop, events, denver, boulder, itemId, at: gid("Location", denver) };
}

export type World = ReturnType<typeof stocked>;

export function adjustment(
  { itemId, at }: World,
  delta: number,
  more: Record<string, unknown> = {},
) {
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
