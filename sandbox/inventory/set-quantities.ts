import type { Actor } from "../fulfillment-orders/fulfillment-order.ts";
import { actInShop } from "../shop/events.ts";
import { done, refuse, type Outcome, type Refusal } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { adjustmentGroup, type AdjustmentGroup } from "./adjustment-group.ts";
import { changeUnits } from "./change-units.ts";
import { checkPlace, checkReason, checkUnchanged, currentUnits } from "./check-change.ts";

export interface SetRequest {
  name: string;
  reason: string;
  referenceDocumentUri: string | null;
  quantities: readonly {
    itemId: Id;
    locationId: Id;
    quantity: number;
    changeFromQuantity: number | null;
  }[];
  app: Actor;
}

const MAX_QUANTITY = 1_000_000_000;

/**
 * Sets available or on_hand at several places, all or none, as `inventorySetQuantities` does.
 * Setting on_hand changes available by the difference: the other states stay.
 */
export function setQuantities(
  shop: ShopState,
  request: SetRequest,
): Outcome<AdjustmentGroup | null> {
  const reason = checkReason(request);
  if (!reason.ok) return reason;
  if (request.name !== "available" && request.name !== "on_hand") {
    const message = "The quantity name must be either 'available' or 'on_hand'.";
    return refuse(message, "INVALID_NAME", ["input", "name"]);
  }
  const refusals = request.quantities.flatMap((_, index) => refusalsOf(shop, request, index));
  if (refusals.length > 0) return { ok: false, refusals };
  return actInShop(shop, () => {
    const changes = request.quantities.map((wanted) => {
      const delta = wanted.quantity - currentUnits(shop, wanted, request.name);
      changeUnits(shop, wanted, { available: delta });
      const { itemId, locationId } = wanted;
      return { name: "available", delta, itemId, locationId, ledgerDocumentUri: null };
    });
    const { reason: why, referenceDocumentUri, app } = request;
    return done(adjustmentGroup(shop, { reason: why, referenceDocumentUri, app }, changes));
  });
}

function refusalsOf(shop: ShopState, request: SetRequest, index: number): Refusal[] {
  const wanted = request.quantities[index];
  if (wanted === undefined) return [];
  const path = ["input", "quantities", String(index)];
  const checks = [
    checkPlace(shop, wanted, path),
    checkUnique(request, index, path),
    checkSize(request.name, wanted.quantity, path),
    checkUnchanged(currentUnits(shop, wanted, request.name), wanted.changeFromQuantity, path),
  ];
  const failed = checks.find((check) => !check.ok);
  return failed === undefined || failed.ok ? [] : failed.refusals;
}

function checkUnique(request: SetRequest, index: number, path: readonly string[]): Outcome<true> {
  const own = request.quantities[index];
  const repeated = request.quantities.some(
    ({ itemId, locationId }, other) =>
      other < index && itemId === own?.itemId && locationId === own.locationId,
  );
  if (!repeated) return done(true);
  return refuse(
    "The combination of inventoryItemId and locationId must be unique.",
    "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
    [...path, "locationId"],
  );
}

function checkSize(name: string, quantity: number, path: readonly string[]): Outcome<true> {
  const field = [...path, "quantity"];
  if (name === "on_hand" && quantity < 0) {
    return refuse("The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE", field);
  }
  if (quantity > MAX_QUANTITY) {
    const message = "The total quantity can't be higher than 1,000,000,000.";
    return refuse(message, "INVALID_QUANTITY_TOO_HIGH", field);
  }
  if (quantity < -MAX_QUANTITY) {
    const message = "The total quantity can't be lower than -1,000,000,000.";
    return refuse(message, "INVALID_QUANTITY_TOO_LOW", field);
  }
  return done(true);
}
