import { notImplemented } from "../graphql/errors.ts";
import type { InventoryItem } from "../products/product.ts";
import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { itemPayload } from "./item-payload.ts";

export interface ItemInput {
  cost?: string | number | null;
  tracked?: boolean | null;
  [other: string]: unknown;
}

/** Changes an item's cost or whether it is tracked; inventory_items/update tells of it. */
export function updateItem(shop: ShopState, id: Id, input: ItemInput): Outcome<InventoryItem> {
  const item = shop.inventoryItems.get(id);
  if (item === undefined) return refuse("The inventory item couldn't be found.", null, ["id"]);
  const { cost, tracked, ...others } = input;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw notImplemented(`InventoryItemInput.${unknown}`);
  return actInShop(shop, () => {
    if (cost !== undefined) item.unitCost = cost === null ? null : Number(cost).toFixed(2);
    if (tracked != null) item.tracked = tracked;
    item.updatedAt = nowIn(shop);
    announce(shop, "inventory_items/update", () => itemPayload(item));
    return done(item);
  });
}
