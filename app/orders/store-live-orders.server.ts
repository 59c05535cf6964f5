import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";
import type { OrderResult } from "./internal/order-result.ts";

/**
 * Refreshes our copy of orders just read: their facts, lines and fulfillment orders' names. `readAt`
 * is when the reading began.
 */
export async function storeLiveOrders(
  tx: Tx,
  shop: ShopContext,
  results: readonly OrderResult[],
  readAt: Date,
): Promise<void> {
  const rows = results.flatMap(toRow);
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await refreshOrders(tx, shop.shopId, json);
  await replaceLines(tx, shop.shopId, rows);
  await rememberFulfillmentOrders(tx, shop, results, readAt);
}

function toRow({ live, facts }: OrderResult) {
  if (!live || !facts) return [];
  const lines = live.lineItems.map((line) => ({
    line_item_id: line.id,
    inventory_item_id: line.inventoryItemId,
    sku: line.sku ?? "",
    title: line.title,
    units: line.unfulfilledQuantity,
    ordered: line.currentQuantity,
    unit_price: line.unitPrice,
    requires_shipping: line.requiresShipping,
  }));
  const row = {
    order_id: live.id,
    name: facts.name,
    placed_at: facts.placedAt,
    channel: facts.channel,
    service: facts.service,
    tags: facts.tags,
    customer_tags: facts.customerTags,
    latitude: facts.latitude,
    longitude: facts.longitude,
    city: facts.city,
    country_code: facts.countryCode,
    province_code: facts.provinceCode,
    postal_code: facts.postalCode,
    max_delivery_days: facts.maxDeliveryDays,
    financial_status: live.displayFinancialStatus ?? "",
    cancelled_at: live.cancelledAt,
    updated_at: live.updatedAt,
    lines,
  };
  return [row];
}

async function refreshOrders(tx: Tx, shopId: string, json: string): Promise<void> {
  await tx.$executeRaw`
    update orders o set name = r.name, placed_at = r.placed_at, channel = r.channel,
      service = r.service, tags = r.tags, customer_tags = r.customer_tags, latitude = r.latitude,
      longitude = r.longitude, city = r.city, country_code = r.country_code,
      province_code = r.province_code, postal_code = r.postal_code,
      max_delivery_days = r.max_delivery_days, financial_status = r.financial_status,
      cancelled_at = r.cancelled_at, shopify_updated_at = r.updated_at,
      units = (select coalesce(sum((l ->> 'ordered')::int), 0)
        from jsonb_array_elements(r.lines) l),
      value = (select coalesce(sum((l ->> 'ordered')::int * (l ->> 'unit_price')::numeric), 0)
        from jsonb_array_elements(r.lines) l)
    from jsonb_to_recordset(${json}::jsonb) as r(order_id text, name text, placed_at timestamptz,
      channel text, service text, tags text[], customer_tags text[], latitude float8,
      longitude float8, city text, country_code text, province_code text, postal_code text,
      max_delivery_days int, financial_status text, cancelled_at timestamptz,
      updated_at timestamptz, lines jsonb)
    where o.shop_id = ${shopId} and o.order_id = r.order_id`;
}

async function replaceLines(
  tx: Tx,
  shopId: string,
  rows: readonly ReturnType<typeof toRow>[number][],
): Promise<void> {
  const orderIds = rows.map((row) => row.order_id);
  const json = JSON.stringify(
    rows.flatMap((row) => row.lines.map((line) => ({ order_id: row.order_id, ...line }))),
  );
  await tx.$executeRaw`
    delete from order_lines l where l.shop_id = ${shopId} and l.order_id = any(${orderIds}::text[])
      and not exists (select from jsonb_to_recordset(${json}::jsonb)
        as r(order_id text, line_item_id text)
        where r.order_id = l.order_id and r.line_item_id = l.line_item_id)`;
  await tx.$executeRaw`
    insert into order_lines (shop_id, order_id, line_item_id, inventory_item_id, sku, title, units,
      unit_price, requires_shipping)
    select ${shopId}, r.* from jsonb_to_recordset(${json}::jsonb) as r(order_id text,
      line_item_id text, inventory_item_id text, sku text, title text, units int,
      unit_price numeric, requires_shipping boolean)
    on conflict (shop_id, order_id, line_item_id) do update set
      inventory_item_id = excluded.inventory_item_id, sku = excluded.sku, title = excluded.title,
      units = excluded.units, unit_price = excluded.unit_price,
      requires_shipping = excluded.requires_shipping`;
}

/**
 * Learns which order each fulfillment order belongs to. A webhook that named one of them before that
 * was known could not mark the order: where it came after the reading began, the order is marked now.
 */
async function rememberFulfillmentOrders(
  tx: Tx,
  shop: ShopContext,
  results: readonly OrderResult[],
  readAt: Date,
): Promise<void> {
  const refs = results.flatMap(({ orderId, live }) =>
    (live?.fulfillmentOrders ?? []).map(({ id }) => ({ id, order_id: orderId })),
  );
  const json = JSON.stringify(refs);
  const overtaken = await tx.$queryRaw<{ orderId: string }[]>`
    select distinct r.order_id as "orderId" from fulfillment_order_refs f
    join jsonb_to_recordset(${json}::jsonb) as r(id text, order_id text)
      on r.id = f.fulfillment_order_id
    where f.shop_id = ${shop.shopId} and f.order_id is null and f.seen_at >= ${readAt}`;
  await tx.$executeRaw`
    insert into fulfillment_order_refs (shop_id, fulfillment_order_id, order_id, seen_at)
    select ${shop.shopId}, r.id, r.order_id, ${shop.clock.now()}
    from jsonb_to_recordset(${json}::jsonb) as r(id text, order_id text) order by r.id
    on conflict (shop_id, fulfillment_order_id) do update set order_id = excluded.order_id`;
  const reason = "its fulfillment orders changed";
  await noteOrdersChanged(
    tx,
    shop,
    overtaken.map(({ orderId }) => ({ orderId, reason })),
  );
}
