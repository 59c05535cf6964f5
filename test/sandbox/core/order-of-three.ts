import { fulfillmentOrdersOf } from "#sandbox/fulfillment-orders/find.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { gid, only, testShop } from "./admin-client.ts";

/** An order of three socks in one fulfillment order, with the events of what follows. */
export function orderOfThree() {
  const { shop, events, clock } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 3 }] });
  events.length = 0;
  const fulfillmentOrder = only(fulfillmentOrdersOf(shop, order));
  const line = only(fulfillmentOrder.lines);
  return {
    ...{ shop, events, clock, order, fulfillmentOrder },
    id: gid("FulfillmentOrder", fulfillmentOrder.id),
    lineId: gid("FulfillmentOrderLineItem", line.id),
  };
}

/** Topics in the order they fired. */
export const topicsOf = (events: { topic: string }[]) => events.map(({ topic }) => topic);
