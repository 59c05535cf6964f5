import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { handleOf } from "../find-shop.ts";
import { escapeHtml } from "../http/escape-html.ts";
import { fulfillmentOrdersOf, statusOf } from "./order-status.ts";
import { renderBadge } from "./render-badge.ts";

/** One order as the admin shows it: each fulfillment order with its location, lines and holds. */
export function renderOrderPage(shop: ShopState, order: Order): string {
  const { destination } = order;
  const place = destination
    ? `${destination.address1}, ${destination.city} ${destination.provinceCode ?? ""} ${destination.zip}`
    : "No shipping address";
  const tags = order.tags.map((tag) => `<span class="badge">${escapeHtml(tag)}</span>`).join(" ");
  return `<p class="back"><a href="/admin/store/${handleOf(shop)}/orders">← Orders</a></p>
<h1>${escapeHtml(order.name)} ${renderBadge(statusOf(shop, order))}</h1>
<div class="card facts">
  <p><b>Placed</b> ${escapeHtml(order.createdAt)} from ${escapeHtml(order.sourceName)}</p>
  <p><b>Delivery</b> ${escapeHtml(order.deliveryMethod)}${order.shippingLine ? `: ${escapeHtml(order.shippingLine.title)}` : ""}</p>
  <p><b>Ship to</b> ${escapeHtml(place)}</p>
  ${tags === "" ? "" : `<p><b>Tags</b> ${tags}</p>`}
</div>
${fulfillmentOrdersOf(shop, order)
  .map((one) => renderFulfillmentOrder(shop, one))
  .join("")}`;
}

function renderFulfillmentOrder(shop: ShopState, fulfillmentOrder: FulfillmentOrder): string {
  const location = shop.locations.get(fulfillmentOrder.locationId)?.name ?? "";
  const lines = fulfillmentOrder.lines.map((line) => {
    const variant = shop.variants.get(shop.lineItems.get(line.lineItemId)?.variantId ?? "");
    const title = shop.products.get(variant?.productId ?? "")?.title ?? "";
    return `<tr><td>${escapeHtml(title)} <span class="quiet">${escapeHtml(variant?.sku ?? "")}</span></td><td>${line.remainingQuantity} of ${line.totalQuantity}</td></tr>`;
  });
  const holds = fulfillmentOrder.holds.map(
    (hold) =>
      `<p class="hold">Held: ${escapeHtml(hold.reasonNotes ?? hold.reason)} (${escapeHtml(hold.heldBy?.appTitle ?? "staff")})</p>`,
  );
  return `<section class="card">
<h2>${escapeHtml(location)} ${renderBadge(fulfillmentOrder.status)}</h2>
<p class="quiet">Fulfillment order ${fulfillmentOrder.id}</p>
${holds.join("")}
<table class="lines"><tbody>${lines.join("") || "<tr><td>No lines left</td><td></td></tr>"}</tbody></table>
</section>`;
}
