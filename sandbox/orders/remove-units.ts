import { fulfillmentOrdersOf } from "../fulfillment-orders/find.ts";
import type {
  FulfillmentOrder,
  FulfillmentOrderLine,
} from "../fulfillment-orders/fulfillment-order.ts";
import { isActive, setStatus, unitsRemaining } from "../fulfillment-orders/status.ts";
import { shipUnits, uncommitUnits } from "../inventory/commit-units.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Order } from "./order.ts";

/**
 * Takes unshipped units of a line item off the order's fulfillment orders, newest first, inside an
 * action. Restocked units become available again; the others leave stock for good (committed and
 * on_hand both fall).
 * @returns units actually taken: fewer than asked when the rest has shipped.
 */
export function removeUnits(
  shop: ShopState,
  order: Order,
  removal: { lineItemId: Id; quantity: number; restock: boolean },
): number {
  let left = removal.quantity;
  for (const fulfillmentOrder of fulfillmentOrdersOf(shop, order).reverse()) {
    if (left === 0) break;
    if (!isActive(fulfillmentOrder)) continue;
    const line = fulfillmentOrder.lines.find(({ lineItemId }) => lineItemId === removal.lineItemId);
    if (line === undefined || line.remainingQuantity === 0) continue;
    const taken = Math.min(left, line.remainingQuantity);
    takeFrom(shop, fulfillmentOrder, line, { ...removal, quantity: taken });
    left -= taken;
  }
  return removal.quantity - left;
}

function takeFrom(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  line: FulfillmentOrderLine,
  removal: { lineItemId: Id; quantity: number; restock: boolean },
): void {
  line.totalQuantity -= removal.quantity;
  line.remainingQuantity -= removal.quantity;
  const units = { ...removal, locationId: fulfillmentOrder.locationId };
  if (removal.restock) uncommitUnits(shop, units);
  else shipUnits(shop, units);
  const closes = unitsRemaining(fulfillmentOrder) === 0;
  setStatus(shop, fulfillmentOrder, closes ? "closed" : fulfillmentOrder.status);
}
