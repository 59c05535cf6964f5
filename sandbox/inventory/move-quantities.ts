import type { Actor } from "../fulfillment-orders/fulfillment-order.ts";
import { actInShop } from "../shop/events.ts";
import { done, refuse, type Outcome, type Refusal } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { adjustmentGroup, type AdjustmentGroup } from "./adjustment-group.ts";
import { changeUnits } from "./change-units.ts";
import {
  checkLedgerDocument,
  checkPlace,
  checkReason,
  checkUnchanged,
  currentUnits,
  WRITABLE_STATES,
} from "./check-change.ts";

export interface Terminal {
  locationId: Id;
  name: string;
  changeFromQuantity: number | null;
  ledgerDocumentUri: string | null;
}

export interface MoveQuantitiesRequest {
  reason: string;
  referenceDocumentUri: string;
  changes: readonly { itemId: Id; quantity: number; from: Terminal; to: Terminal }[];
  app: Actor;
}

type Change = MoveQuantitiesRequest["changes"][number];

/** Moves units between states at one location, all or none, as `inventoryMoveQuantities` does. */
export function moveQuantities(
  shop: ShopState,
  request: MoveQuantitiesRequest,
): Outcome<AdjustmentGroup | null> {
  const reason = checkReason(request);
  if (!reason.ok) return reason;
  const refusals = request.changes.flatMap((change, index) =>
    refusalsOf(shop, change, ["input", "changes", String(index)]),
  );
  if (refusals.length > 0) return { ok: false, refusals };
  return actInShop(shop, () => {
    const { changes, ...cause } = request;
    const recorded = changes.flatMap(({ itemId, quantity, from, to }) => {
      const place = { itemId, locationId: from.locationId };
      changeUnits(shop, place, { [from.name]: -quantity, [to.name]: quantity });
      return [
        { ...place, name: from.name, delta: -quantity, ledgerDocumentUri: from.ledgerDocumentUri },
        { ...place, name: to.name, delta: quantity, ledgerDocumentUri: to.ledgerDocumentUri },
      ];
    });
    return done(adjustmentGroup(shop, cause, recorded));
  });
}

function refusalsOf(shop: ShopState, change: Change, path: string[]): Refusal[] {
  const checks = [
    checkShape(change, path),
    checkTerminal(shop, change, "from", path),
    checkTerminal(shop, change, "to", path),
  ];
  const failed = checks.find((check) => !check.ok);
  return failed === undefined || failed.ok ? [] : failed.refusals;
}

function checkShape({ from, to, quantity }: Change, path: string[]): Outcome<true> {
  if (from.locationId !== to.locationId) {
    const message = "The quantities can't be moved between different locations.";
    return refuse(message, "DIFFERENT_LOCATIONS", path);
  }
  if (from.name === to.name) {
    const message = "The quantity names for each change can't be the same.";
    return refuse(message, "SAME_QUANTITY_NAME", path);
  }
  if (quantity < 0) {
    return refuse("The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE", [
      ...path,
      "quantity",
    ]);
  }
  return done(true);
}

function checkTerminal(
  shop: ShopState,
  change: Change,
  side: "from" | "to",
  path: string[],
): Outcome<true> {
  const { locationId, name, changeFromQuantity, ledgerDocumentUri } = change[side];
  const field = [...path, side];
  const place = { itemId: change.itemId, locationId };
  if (!WRITABLE_STATES.has(name)) {
    const message = "The specified quantity name is invalid.";
    return refuse(message, "INVALID_QUANTITY_NAME", [...field, "name"]);
  }
  const checks = [
    checkPlace(shop, place, field),
    checkLedgerDocument(name, ledgerDocumentUri, field),
    checkUnchanged(currentUnits(shop, place, name), changeFromQuantity, field),
  ];
  return checks.find((check) => !check.ok) ?? done(true);
}
