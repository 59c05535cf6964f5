import { connect, type Connection, type PageArguments } from "../graphql/connect.ts";
import { byId } from "../graphql/by-id.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount } from "../graphql/money.ts";
import { notImplemented } from "../graphql/errors.ts";
import { isStocked } from "../inventory/open-level.ts";
import type { Location } from "../locations/location.ts";
import { itemOf } from "../orders/assign-fulfillment-orders.ts";
import type { ShopState } from "../shop/state.ts";
import type { FulfillmentOrder, FulfillmentOrderLine } from "./fulfillment-order.ts";

export interface MoveArguments extends PageArguments {
  lineItemIds?: readonly string[] | null;
  locationIds?: readonly string[] | null;
  query?: string | null;
}

export interface LocationForMove {
  location: Location;
  movable: boolean;
  message: string | null;
  availableLineItems: FulfillmentOrderLine[];
  unavailableLineItems: FulfillmentOrderLine[];
}

/** Where a fulfillment order might go. Advice only: it looks at stocking, never at quantity. */
export function locationsForMove(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  args: MoveArguments,
): Connection<LocationForMove> {
  if (args.query != null) throw notImplemented("FulfillmentOrder.locationsForMove(query:)");
  const lineIds = new Set(
    (args.lineItemIds ?? []).map((gid) => idIn("FulfillmentOrderLineItem", gid)),
  );
  const lines = fulfillmentOrder.lines.filter(({ id }) => lineIds.size === 0 || lineIds.has(id));
  const wanted = args.locationIds?.map((gid) => idIn("Location", gid));
  const candidates = [...shop.locations.values()].filter(
    ({ id, active }) => active && (wanted === undefined || wanted.includes(id)),
  );
  const judged = candidates.map((location) => judge(shop, fulfillmentOrder, location, lines));
  return connect(judged, args, { idOf: ({ location }) => location.id });
}

function judge(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  location: Location,
  lines: readonly FulfillmentOrderLine[],
): LocationForMove {
  const isCurrent = location.id === fulfillmentOrder.locationId;
  const available = lines.filter(({ lineItemId }) =>
    isStocked(shop, itemOf(shop, lineItemId), location.id),
  );
  return {
    location,
    movable: !isCurrent && available.length > 0,
    message: messageFor(isCurrent, available.length),
    availableLineItems: available,
    unavailableLineItems: lines.filter((line) => !available.includes(line)),
  };
}

function messageFor(isCurrent: boolean, stocked: number): string | null {
  if (isCurrent) return "Current location.";
  return stocked === 0 ? "No items are stocked at this location." : null;
}

export const locationForMoveFields = {
  location: ({ location }: LocationForMove) => location,
  movable: ({ movable }: LocationForMove) => movable,
  message: ({ message }: LocationForMove) => message,
  availableLineItems: ({ availableLineItems }: LocationForMove, args: PageArguments) =>
    connect(availableLineItems, args, byId),
  availableLineItemsCount: ({ availableLineItems }: LocationForMove) =>
    exactCount(availableLineItems.length),
  unavailableLineItems: ({ unavailableLineItems }: LocationForMove, args: PageArguments) =>
    connect(unavailableLineItems, args, byId),
  unavailableLineItemsCount: ({ unavailableLineItems }: LocationForMove) =>
    exactCount(unavailableLineItems.length),
};
