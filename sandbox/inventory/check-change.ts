import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { onHand, type InventoryLevel, type StockState } from "./level.ts";
import { levelOf } from "./open-level.ts";

export const REASONS = new Set([
  ...["correction", "cycle_count_available", "damaged", "movement_created", "movement_updated"],
  ...["movement_received", "movement_canceled", "other", "promotion", "quality_control"],
  ...["received", "reservation_created", "reservation_updated", "reservation_deleted", "restock"],
  ...["safety_stock", "shrinkage"],
]);

/** States an app may adjust: every one but committed, which orders alone change. */
export const WRITABLE_STATES = new Set<string>([
  ...["available", "damaged", "incoming", "quality_control", "reserved", "safety_stock"],
]);

const URI = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

/** The reason and the document every inventory mutation names. */
export function checkReason(input: {
  reason: string;
  referenceDocumentUri?: string | null;
}): Outcome<true> {
  if (!REASONS.has(input.reason)) {
    return refuse("The specified reason is invalid.", "INVALID_REASON", ["input", "reason"]);
  }
  const uri = input.referenceDocumentUri;
  if (uri != null && !URI.test(uri)) {
    return refuse("The specified reference document is invalid.", "INVALID_REFERENCE_DOCUMENT", [
      "input",
      "referenceDocumentUri",
    ]);
  }
  return done(true);
}

/** The item and the location of one change, both existing; `path` leads to the change. */
export function checkPlace(
  shop: ShopState,
  place: { itemId: Id; locationId: Id },
  path: readonly string[],
): Outcome<true> {
  if (!shop.inventoryItems.has(place.itemId)) {
    return refuse("The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM", [
      ...path,
      "inventoryItemId",
    ]);
  }
  if (shop.locations.get(place.locationId)?.active !== true) {
    return refuse("The specified location could not be found.", "INVALID_LOCATION", [
      ...path,
      "locationId",
    ]);
  }
  return done(true);
}

/** A ledger document is required for states other than available, and forbidden for it. */
export function checkLedgerDocument(
  name: string,
  uri: string | null | undefined,
  path: readonly string[],
): Outcome<true> {
  const field = [...path, "ledgerDocumentUri"];
  if (name === "available") {
    if (uri == null) return done(true);
    const message = "A ledger document URI is not allowed when adjusting available.";
    return refuse(message, "INVALID_AVAILABLE_DOCUMENT", field);
  }
  if (uri == null) {
    const message = "A ledger document URI is required except when adjusting available.";
    return refuse(message, "INVALID_QUANTITY_DOCUMENT", field);
  }
  if (uri.startsWith("gid://shopify/")) {
    const message =
      "Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.";
    return refuse(message, "INTERNAL_LEDGER_DOCUMENT", field);
  }
  if (!URI.test(uri)) {
    return refuse("The specified ledger document is invalid.", "INVALID_LEDGER_DOCUMENT", field);
  }
  return done(true);
}

/** Units under a name at a place; 0 where the item was never stocked. */
export function currentUnits(
  shop: ShopState,
  place: { itemId: Id; locationId: Id },
  name: string,
): number {
  const level: InventoryLevel | undefined = levelOf(shop, place.itemId, place.locationId);
  if (level === undefined) return 0;
  return name === "on_hand" ? onHand(level) : level.units[name as StockState];
}

/** Compare-and-swap: a number must still be the quantity, null says "do not compare". */
export function checkUnchanged(
  current: number,
  expected: number | null,
  path: readonly string[],
): Outcome<true> {
  if (expected === null || expected === current) return done(true);
  return refuse(
    "The changeFromQuantity argument no longer matches the persisted quantity.",
    "CHANGE_FROM_QUANTITY_STALE",
    [...path, "changeFromQuantity"],
  );
}
