import type { JsonTree } from "../shop/write-json.ts";
import type { Id } from "../shop/state.ts";
import type { ChosenLine } from "./choose-lines.ts";
import type { FulfillmentOrder, Hold } from "./fulfillment-order.ts";

export function gidOf(kind: string, id: Id): string {
  return `gid://shopify/${kind}/${id}`;
}

/** `{id, status}`, the core of every fulfillment_orders payload; statuses are lower-case there. */
export function brief(fulfillmentOrder: FulfillmentOrder): { id: string; status: string } {
  return {
    id: gidOf("FulfillmentOrder", fulfillmentOrder.id),
    status: fulfillmentOrder.status,
  };
}

/** `{id, status, assigned_location_id}` */
export function briefWithLocation(fulfillmentOrder: FulfillmentOrder): JsonTree {
  return {
    ...brief(fulfillmentOrder),
    assigned_location_id: gidOf("Location", fulfillmentOrder.locationId),
  };
}

/** `[{id, quantity}]` of the lines asked for. */
export function briefLines(chosen: readonly ChosenLine[]): JsonTree {
  return chosen.map(({ line, quantity }) => ({
    id: gidOf("FulfillmentOrderLineItem", line.id),
    quantity,
  }));
}

export function briefHold(hold: Hold): JsonTree {
  return {
    id: gidOf("FulfillmentHold", hold.id),
    reason: hold.reason,
    reason_notes: hold.reasonNotes,
    held_by_requesting_app: false,
    handle: hold.handle,
    held_by_app: hold.heldBy === null ? null : { id: gidOf("App", hold.heldBy.appId) },
  };
}
