import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id } from "../shop/state.ts";
import type { FulfillmentOrder, FulfillmentOrderLine } from "./fulfillment-order.ts";

/** Units asked for, by fulfillment order line. */
export interface LineRequest {
  id: Id;
  quantity: number;
}

export interface ChosenLine {
  line: FulfillmentOrderLine;
  quantity: number;
}

const INVALID_QUANTITY = "Invalid fulfillment order line item quantity requested.";

/** Every unit that remains. */
export function allRemaining(fulfillmentOrder: FulfillmentOrder): ChosenLine[] {
  return fulfillmentOrder.lines
    .filter((line) => line.remainingQuantity > 0)
    .map((line) => ({ line, quantity: line.remainingQuantity }));
}

/**
 * Looks up the lines asked for: each must be of this fulfillment order, asked once, for 1 to its
 * remaining units. `invalidCode` is the mutation's code for a quantity that is not there.
 */
export function chooseLines(
  fulfillmentOrder: FulfillmentOrder,
  requested: readonly LineRequest[],
  invalidCode: string | null,
): Outcome<ChosenLine[]> {
  const chosen = new Map<Id, ChosenLine>();
  for (const { id, quantity } of requested) {
    const line = fulfillmentOrder.lines.find((candidate) => candidate.id === id);
    if (line === undefined || chosen.has(id)) return refuse(INVALID_QUANTITY, invalidCode);
    if (quantity < 1 || quantity > line.remainingQuantity) {
      return refuse(INVALID_QUANTITY, invalidCode);
    }
    chosen.set(id, { line, quantity });
  }
  return done([...chosen.values()]);
}

/** Whether the choice takes all that remains of the fulfillment order. */
export function takesAll(
  fulfillmentOrder: FulfillmentOrder,
  chosen: readonly ChosenLine[],
): boolean {
  const taken = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  return taken === allRemaining(fulfillmentOrder).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Takes units off their lines; a line whose every unit leaves vanishes. */
export function takeUnits(fulfillmentOrder: FulfillmentOrder, chosen: readonly ChosenLine[]): void {
  for (const { line, quantity } of chosen) {
    line.totalQuantity -= quantity;
    line.remainingQuantity -= quantity;
  }
  fulfillmentOrder.lines = fulfillmentOrder.lines.filter((line) => line.totalQuantity > 0);
}

/** The chosen units by line item, for making a fulfillment order of them. */
export function asNewLines(chosen: readonly ChosenLine[]): { lineItemId: Id; quantity: number }[] {
  return chosen.map(({ line, quantity }) => ({ lineItemId: line.lineItemId, quantity }));
}
