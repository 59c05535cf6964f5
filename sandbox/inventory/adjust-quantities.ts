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

export interface AdjustRequest {
  name: string;
  reason: string;
  referenceDocumentUri: string | null;
  changes: readonly {
    itemId: Id;
    locationId: Id;
    delta: number;
    changeFromQuantity: number | null;
    ledgerDocumentUri: string | null;
  }[];
  app: Actor;
}

const MAX_QUANTITY = 2_000_000_000;

/** Adds deltas to one state at several places, all or none, as `inventoryAdjustQuantities` does. */
export function adjustQuantities(
  shop: ShopState,
  request: AdjustRequest,
): Outcome<AdjustmentGroup | null> {
  const reason = checkReason(request);
  if (!reason.ok) return reason;
  if (!WRITABLE_STATES.has(request.name)) {
    return refuse("The specified quantity name is invalid.", "INVALID_QUANTITY_NAME", [
      "input",
      "name",
    ]);
  }
  const refusals = request.changes.flatMap((_, index) => refusalsOf(shop, request, index));
  if (refusals.length > 0) return { ok: false, refusals };
  return actInShop(shop, () => {
    const { name, changes, ...cause } = request;
    for (const { itemId, locationId, delta } of changes) {
      changeUnits(shop, { itemId, locationId }, { [name]: delta });
    }
    const recorded = changes.map((change) => ({ ...change, name }));
    return done(adjustmentGroup(shop, cause, recorded));
  });
}

function refusalsOf(shop: ShopState, request: AdjustRequest, index: number): Refusal[] {
  const change = request.changes[index];
  if (change === undefined) return [];
  const path = ["input", "changes", String(index)];
  const current = currentUnits(shop, change, request.name);
  const checks = [
    checkPlace(shop, change, path),
    checkLedgerDocument(request.name, change.ledgerDocumentUri, path),
    checkUnchanged(current, change.changeFromQuantity, path),
    checkSize(current + change.delta, path),
  ];
  const failed = checks.find((check) => !check.ok);
  return failed === undefined || failed.ok ? [] : failed.refusals;
}

function checkSize(result: number, path: readonly string[]): Outcome<true> {
  const field = [...path, "delta"];
  if (result > MAX_QUANTITY) {
    const message = "The quantity can't be higher than 2,000,000,000.";
    return refuse(message, "INVALID_QUANTITY_TOO_HIGH", field);
  }
  if (result < -MAX_QUANTITY) {
    const message = "The quantity can't be lower than -2,000,000,000.";
    return refuse(message, "INVALID_QUANTITY_TOO_LOW", field);
  }
  return done(true);
}
