import { bulkPastPlacements } from "./documents/orders.ts";
import { numericId } from "./gid.ts";
import { groupBulkRows } from "./group-bulk-rows.server.ts";
import type { FulfillmentOrderStatus } from "./live-order.ts";
import type { RawLine } from "./read-raw-order.ts";

/** Where Shopify placed, and perhaps shipped, units of an order: one fulfillment order. */
export interface BulkPlacement {
  readonly fulfillmentOrderId: string;
  readonly orderId: string;
  /** Null when the location was deleted. */
  readonly locationId: string | null;
  /** As Shopify names it: SHIPPING, LOCAL, PICK_UP, … */
  readonly deliveryMethod: string;
  /** Units it stands for: those shipped once it is closed, none once it is cancelled. */
  readonly lines: readonly {
    readonly lineItemId: string;
    readonly inventoryItemId: string | null;
    readonly units: number;
  }[];
  /** ISO 8601; null while nothing was shipped. */
  readonly fulfilledAt: string | null;
  readonly deliveredAt: string | null;
}

interface RawPlacement {
  readonly id: string;
  readonly orderId: string;
  readonly status: FulfillmentOrderStatus;
  readonly assignedLocation: { readonly location: { readonly id: string } | null };
  readonly deliveryMethod: { readonly methodType: string } | null;
}

interface RawFulfillment {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
}

/** The bulk query for fulfillment orders updated since an instant. */
export function bulkPlacementsQuery(updatedSince: Date): string {
  return bulkPastPlacements.replace("SINCE", updatedSince.toISOString());
}

/** Streams that query's result, one fulfillment order at a time. Throws as `groupBulkRows` does. */
export async function* readBulkPlacements(url: string): AsyncGenerator<BulkPlacement> {
  const groups = groupBulkRows<RawPlacement, RawLine | RawFulfillment>(url);
  for await (const { root, children } of groups) {
    const { location } = root.assignedLocation;
    const shipped = children.filter(isFulfillment).filter(({ status }) => status === "SUCCESS");
    yield {
      fulfillmentOrderId: numericId(root.id),
      orderId: numericId(root.orderId),
      locationId: location ? numericId(location.id) : null,
      deliveryMethod: root.deliveryMethod?.methodType ?? "SHIPPING",
      lines: children.flatMap((row) => (isFulfillment(row) ? [] : readLine(row, root.status))),
      fulfilledAt: latest(shipped.map(({ createdAt }) => createdAt)),
      deliveredAt: latest(shipped.flatMap(({ deliveredAt }) => deliveredAt ?? [])),
    };
  }
}

function isFulfillment(row: RawLine | RawFulfillment): row is RawFulfillment {
  return "createdAt" in row;
}

function readLine(raw: RawLine, status: FulfillmentOrderStatus) {
  const units = countUnits(raw, status);
  if (units === 0) return [];
  const inventoryItemId = raw.inventoryItemId === null ? null : numericId(raw.inventoryItemId);
  return [{ lineItemId: numericId(raw.lineItem.id), inventoryItemId, units }];
}

function countUnits({ totalQuantity, remainingQuantity }: RawLine, status: FulfillmentOrderStatus) {
  switch (status) {
    case "CANCELLED":
      return 0;
    case "CLOSED":
    case "INCOMPLETE":
      return totalQuantity - remainingQuantity;
    case "OPEN":
    case "IN_PROGRESS":
    case "ON_HOLD":
    case "SCHEDULED":
      return totalQuantity;
  }
}

function latest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (last, one) => (last === null || Date.parse(one) > Date.parse(last) ? one : last),
    null,
  );
}
