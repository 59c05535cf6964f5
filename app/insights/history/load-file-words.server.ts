import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { FilePlace, FileWords } from "./gather-orders.ts";
import type { OrderCsvLine } from "./read-order-line.ts";

/** Reads which items a file's SKUs name, and where its postal codes lie by other orders of the shop. */
export async function loadFileWords(
  tx: Tx,
  { shopId }: ShopContext,
  lines: readonly OrderCsvLine[],
): Promise<FileWords> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { shopId }, select: { currency: true } });
  const items = await readItems(tx, shopId, [...new Set(lines.map(({ sku }) => sku))]);
  const places = await readPlaces(tx, shopId);
  return {
    currency: shop.currency,
    itemOf: (sku) => items.get(sku) ?? null,
    locate: (country, zip) => places.get(`${country} ${zip}`) ?? null,
  };
}

/** A SKU that several items share names none of them. */
async function readItems(tx: Tx, shopId: string, skus: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ sku: string; inventoryItemId: string }[]>`
    select sku, min(inventory_item_id) "inventoryItemId" from items
    where shop_id = ${shopId} and not deleted and sku <> '' and sku = any(${skus}::text[])
    group by sku having count(*) = 1`;
  return new Map(rows.map(({ sku, inventoryItemId }) => [sku, inventoryItemId]));
}

/** The middle of where orders with the same postal code went. */
async function readPlaces(tx: Tx, shopId: string): Promise<Map<string, FilePlace>> {
  const rows = await tx.$queryRaw<{ place: string; latitude: number; longitude: number }[]>`
    select (address ->> 'countryCodeV2') || ' ' || (address ->> 'zip') place,
      avg((address ->> 'latitude')::float) latitude, avg((address ->> 'longitude')::float) longitude
    from (select facts #> '{order,shippingAddress}' address from past_orders
      where shop_id = ${shopId} and source = 'shopify') past
    where address ->> 'zip' is not null and address ->> 'latitude' is not null
    group by 1`;
  return new Map(rows.map(({ place, ...point }) => [place, point]));
}
