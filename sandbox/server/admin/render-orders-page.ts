import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { handleOf } from "../find-shop.ts";
import { escapeHtml } from "../http/escape-html.ts";
import { fulfillmentOrdersOf, statusOf } from "./order-status.ts";
import { renderBadge } from "./render-badge.ts";

const SHOWN = 100;

/** The shop's newest orders, each with its fulfillment orders and where they are. */
export function renderOrdersPage(shop: ShopState): string {
  const orders = [...shop.orders.values()].reverse().slice(0, SHOWN);
  if (orders.length === 0) {
    return `<h1>Orders</h1><p class="card empty">No orders yet. Place one on the <a href="/sandbox">control page</a>.</p>`;
  }
  return `<h1>Orders</h1>
<table class="card orders">
<thead><tr><th>Order</th><th>Placed</th><th>Customer</th><th>Units</th><th>Status</th><th>Fulfillment orders</th></tr></thead>
<tbody>${orders.map((order) => renderRow(shop, order)).join("")}</tbody>
</table>
<p class="count">${Math.min(SHOWN, orders.length)} of ${shop.orders.size} orders</p>`;
}

function renderRow(shop: ShopState, order: Order): string {
  const address = `/admin/store/${handleOf(shop)}/orders/${order.id}`;
  const units = order.lineItemIds.reduce(
    (sum, id) => sum + (shop.lineItems.get(id)?.currentQuantity ?? 0),
    0,
  );
  const customer = order.customer
    ? `${order.customer.firstName} ${order.customer.lastName}`
    : "None";
  return `<tr>
<th scope="row"><a href="${address}">${escapeHtml(order.name)}</a></th>
<td data-label="Placed">${escapeHtml(order.createdAt.slice(0, 16).replace("T", " "))}</td>
<td data-label="Customer">${escapeHtml(customer)}</td>
<td data-label="Units">${units}</td>
<td data-label="Status">${renderBadge(statusOf(shop, order))}</td>
<td data-label="Locations">${renderFulfillmentOrders(shop, order)}</td>
</tr>`;
}

function renderFulfillmentOrders(shop: ShopState, order: Order): string {
  return fulfillmentOrdersOf(shop, order)
    .filter((fulfillmentOrder) => unitsOf(fulfillmentOrder) > 0)
    .map((fulfillmentOrder) => {
      const name = shop.locations.get(fulfillmentOrder.locationId)?.name ?? "";
      return `<span class="place">${escapeHtml(name)} × ${unitsOf(fulfillmentOrder)} ${renderBadge(fulfillmentOrder.status)}</span>`;
    })
    .join("");
}

function unitsOf(fulfillmentOrder: FulfillmentOrder): number {
  return fulfillmentOrder.lines.reduce((sum, line) => sum + line.totalQuantity, 0);
}
