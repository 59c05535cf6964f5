import { addEditVariant, beginEdit, setEditQuantity } from "../order-edits/edit.ts";
import { commitEdit } from "../order-edits/commit-edit.ts";
import { insist } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Order } from "./order.ts";
import { lineItemsOf } from "./totals.ts";

export interface OrderChange {
  /** Units wanted from now on, by SKU; a SKU the order does not have is added. 0 removes it. */
  quantities: { sku: string; quantity: number }[];
  /** Removed units return to available. Default true. */
  restock?: boolean;
}

/** Edits an order as a person does in the admin. Throws when Shopify would refuse. */
export function editOrder(shop: ShopState, orderId: Id, change: OrderChange): Order {
  const edit = insist(beginEdit(shop, orderId));
  const order = shop.orders.get(orderId);
  if (order === undefined) throw new Error(`No order ${orderId}`);
  for (const { sku, quantity } of change.quantities) {
    const variant = shop.variantsBySku.get(sku);
    if (variant === undefined) throw new Error(`No SKU ${sku}`);
    const line = lineItemsOf(shop, order).find(({ variantId }) => variantId === variant.id);
    const restock = change.restock ?? true;
    if (line !== undefined) {
      insist(setEditQuantity(shop, { editId: edit.id, lineId: line.id, quantity, restock }));
    } else {
      const added = { editId: edit.id, variantId: variant.id, quantity, allowDuplicates: false };
      insist(addEditVariant(shop, added));
    }
  }
  return insist(
    commitEdit(shop, { editId: edit.id, notifyCustomer: false, staffNote: null, appId: null }),
  );
}
