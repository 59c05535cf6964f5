import { actInShop, announce } from "../shop/events.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining, chooseLines, takeUnits, takesAll } from "./choose-lines.ts";
import type { ChosenLine, LineRequest } from "./choose-lines.ts";
import { addLine } from "./create.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { brief } from "./payloads.ts";
import { closeEmptied, setStatus } from "./status.ts";

export interface MergeIntent {
  id: Id;
  /** Absent or empty: all that remains. */
  lines?: readonly LineRequest[] | null;
}

interface CheckedIntent {
  fulfillmentOrder: FulfillmentOrder;
  chosen: ChosenLine[];
}

/**
 * Merges each set of fulfillment orders as `fulfillmentOrderMerge` does: the first of a set
 * survives with the summed lines, the others close at 0 of 0. All sets or none.
 */
export function mergeFulfillmentOrders(
  shop: ShopState,
  sets: readonly (readonly MergeIntent[])[],
): Outcome<FulfillmentOrder[]> {
  const checkedSets: CheckedIntent[][] = [];
  for (const intents of sets) {
    const checked = checkSet(shop, intents);
    if (!checked.ok) return checked;
    checkedSets.push(checked.result);
  }
  return actInShop(shop, () => done(checkedSets.flatMap((set) => mergeSet(shop, set))));
}

function checkSet(shop: ShopState, intents: readonly MergeIntent[]): Outcome<CheckedIntent[]> {
  const checked: CheckedIntent[] = [];
  for (const intent of intents) {
    const check = checkIntent(shop, intent);
    if (!check.ok) return check;
    checked.push(check.result);
  }
  const members = checked.map(({ fulfillmentOrder }) => fulfillmentOrder);
  if (new Set(members.map(({ orderId }) => orderId)).size > 1) {
    return refuse("All fulfillment orders must belong to the same order.");
  }
  if (new Set(members.map(({ locationId }) => locationId)).size > 1) {
    return refuse("All fulfillment orders must be assigned to a single location.");
  }
  return done(checked);
}

function checkIntent(shop: ShopState, intent: MergeIntent): Outcome<CheckedIntent> {
  const found = findFulfillmentOrder(shop, intent.id);
  if (!found.ok) return found;
  if (found.result.status !== "open") {
    return refuse(`Fulfillment order: ${intent.id} is currently not in a mergeable state.`);
  }
  if (intent.lines == null || intent.lines.length === 0) {
    return done({ fulfillmentOrder: found.result, chosen: allRemaining(found.result) });
  }
  const chosen = chooseLines(found.result, intent.lines, "INVALID_LINE_ITEM_QUANTITY");
  if (!chosen.ok) return chosen;
  return done({ fulfillmentOrder: found.result, chosen: chosen.result });
}

function mergeSet(shop: ShopState, [first, ...others]: CheckedIntent[]): FulfillmentOrder[] {
  if (first === undefined) return [];
  const survivor = first.fulfillmentOrder;
  const intents = describeIntents([first, ...others]);
  for (const { fulfillmentOrder, chosen } of others) {
    if (fulfillmentOrder.id !== survivor.id) absorb(shop, survivor, fulfillmentOrder, chosen);
  }
  setStatus(shop, survivor, survivor.status);
  announce(shop, "fulfillment_orders/merged", () => ({
    merge_intents: intents,
    fulfillment_order_merges: { fulfillment_order: brief(survivor) },
  }));
  return [survivor];
}

function absorb(
  shop: ShopState,
  survivor: FulfillmentOrder,
  other: FulfillmentOrder,
  chosen: ChosenLine[],
): void {
  for (const { line, quantity } of chosen) addLine(shop, survivor, line.lineItemId, quantity);
  const whole = takesAll(other, chosen);
  const untouched = other.lines.every((line) => line.totalQuantity === line.remainingQuantity);
  if (whole && untouched) {
    closeEmptied(shop, other);
    return;
  }
  takeUnits(other, chosen);
  setStatus(shop, other, whole ? "closed" : other.status);
}

/** Ids in this payload are bare integers, unlike in the other fulfillment order topics. */
function describeIntents(set: readonly CheckedIntent[]) {
  return set.map(({ fulfillmentOrder, chosen }) => ({
    fulfillment_order_id: BigInt(fulfillmentOrder.id),
    fulfillment_order_line_items: chosen.map(({ line, quantity }) => ({
      id: BigInt(line.id),
      quantity,
    })),
  }));
}
