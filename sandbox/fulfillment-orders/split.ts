import { actInShop, announce } from "../shop/events.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { asNewLines, chooseLines, takeUnits, takesAll } from "./choose-lines.ts";
import type { ChosenLine, LineRequest } from "./choose-lines.ts";
import { createFulfillmentOrder } from "./create.ts";
import { findFulfillmentOrder, orderOf } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { brief, briefLines } from "./payloads.ts";
import { setStatus } from "./status.ts";

export interface SplitRequest {
  id: Id;
  lines: readonly LineRequest[];
}

/** Named as Shopify names them: `original` keeps its id, `remaining` is the new one split out. */
export interface Split {
  original: FulfillmentOrder;
  remaining: FulfillmentOrder;
}

/**
 * Splits units out of fulfillment orders as `fulfillmentOrderSplit` does: the original id keeps
 * what was not asked for, a new fulfillment order at the same location gets what was. All or none.
 */
export function splitFulfillmentOrders(
  shop: ShopState,
  requests: readonly SplitRequest[],
): Outcome<Split[]> {
  const checked: { fulfillmentOrder: FulfillmentOrder; chosen: ChosenLine[] }[] = [];
  for (const request of requests) {
    const check = checkSplit(shop, request);
    if (!check.ok) return check;
    checked.push(check.result);
  }
  return actInShop(shop, () =>
    done(checked.map(({ fulfillmentOrder, chosen }) => splitOut(shop, fulfillmentOrder, chosen))),
  );
}

function checkSplit(
  shop: ShopState,
  request: SplitRequest,
): Outcome<{ fulfillmentOrder: FulfillmentOrder; chosen: ChosenLine[] }> {
  const found = findFulfillmentOrder(shop, request.id);
  if (!found.ok) return found;
  if (request.lines.length === 0) {
    return refuse(
      "There must be at least one item selected in this fulfillment to split it.",
      "NO_LINE_ITEMS_PROVIDED_TO_SPLIT",
    );
  }
  if (request.lines.every(({ quantity }) => quantity === 0)) {
    return refuse(
      "You must select at least one item to split into a new fulfillment order.",
      "GREATER_THAN",
    );
  }
  if (found.result.status !== "open") {
    return refuse("Fulfillment order is currently not in a splittable state.");
  }
  const wanted = request.lines.filter(({ quantity }) => quantity !== 0);
  const chosen = chooseLines(found.result, wanted, "INVALID_LINE_ITEM_QUANTITY");
  if (!chosen.ok) return chosen;
  if (takesAll(found.result, chosen.result)) {
    return refuse(
      "Invalid fulfillment order line item quantity requested.",
      "INVALID_LINE_ITEM_QUANTITY",
    );
  }
  return done({ fulfillmentOrder: found.result, chosen: chosen.result });
}

function splitOut(shop: ShopState, original: FulfillmentOrder, chosen: ChosenLine[]): Split {
  const requested = briefLines(chosen);
  const remaining = takeApart(shop, original, chosen);
  announce(shop, "fulfillment_orders/split", () => ({
    split_line_items: requested,
    fulfillment_order: brief(original),
    remaining_fulfillment_order: brief(remaining),
    replacement_fulfillment_order: null,
  }));
  return { original, remaining };
}

/** Moves units into a new open sibling at the same location; stock is not touched. */
export function takeApart(
  shop: ShopState,
  original: FulfillmentOrder,
  chosen: ChosenLine[],
): FulfillmentOrder {
  const sibling = createFulfillmentOrder(shop, orderOf(shop, original), {
    locationId: original.locationId,
    lines: asNewLines(chosen),
    deliveryMethod: original.deliveryMethod,
    fulfillAt: original.fulfillAt,
    fulfillBy: original.fulfillBy,
  });
  takeUnits(original, chosen);
  setStatus(shop, original, original.status);
  return sibling;
}
