import { bulkPastOrders } from "./documents/orders.ts";
import { numericId } from "./gid.ts";
import { groupBulkRows } from "./group-bulk-rows.server.ts";
import type { LiveOrderHead } from "./live-order.ts";
import type { RawLineItem, RawOrderHead } from "./read-raw-order.ts";
import { readOrderHead } from "./read-raw-order.ts";

/** An order of the past as a bulk query tells it. Money in the shop's currency. */
export interface BulkOrder {
  readonly head: LiveOrderHead;
  readonly shippingCharged: string;
  readonly lines: readonly BulkOrderLine[];
}

export interface BulkOrderLine {
  readonly lineItemId: string;
  /** Null for custom lines and deleted variants. */
  readonly inventoryItemId: string | null;
  readonly sku: string;
  /** Units ordered, whatever became of them later. */
  readonly units: number;
  readonly unitPrice: string;
  readonly requiresShipping: boolean;
}

interface RawBulkOrder extends RawOrderHead {
  readonly totalShippingPriceSet: { readonly shopMoney: { readonly amount: string } };
}

type RawBulkLine = Omit<RawLineItem, "title" | "currentQuantity" | "unfulfilledQuantity">;

/**
 * The bulk query for orders updated since an instant. Without the scope read_all_orders Shopify
 * shows the last 60 days only.
 */
export function bulkOrdersQuery(updatedSince: Date): string {
  return bulkPastOrders.replace("SINCE", updatedSince.toISOString());
}

/** Streams that query's result, one order at a time. Throws as `groupBulkRows` does. */
export async function* readBulkOrders(url: string): AsyncGenerator<BulkOrder> {
  for await (const { root, children } of groupBulkRows<RawBulkOrder, RawBulkLine>(url)) {
    const { totalShippingPriceSet, ...head } = root;
    yield {
      head: readOrderHead(head),
      shippingCharged: totalShippingPriceSet.shopMoney.amount,
      lines: children.map(readLine),
    };
  }
}

function readLine(raw: RawBulkLine): BulkOrderLine {
  return {
    lineItemId: numericId(raw.id),
    inventoryItemId: raw.variant ? numericId(raw.variant.inventoryItem.id) : null,
    sku: raw.sku ?? "",
    units: raw.quantity,
    unitPrice: raw.discountedUnitPriceAfterAllDiscountsSet.shopMoney.amount,
    requiresShipping: raw.requiresShipping,
  };
}
