import { inShop } from "#app/db.server.ts";
import { adjustQuantity } from "#app/shopify/adjust-quantity.server.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { moveToDamaged } from "#app/shopify/move-to-damaged.server.ts";
import type { MutationResult } from "#app/shopify/mutation-result.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { recordReadings } from "./record-reading.server.ts";

/** What a rejection says of the shelf. */
export interface StockCorrection extends LevelKey {
  /** `minus_quantity`: these units are missing; `zero`: none is left; `damaged`: they are broken. */
  readonly effect: "minus_quantity" | "zero" | "damaged";
  readonly units: number;
  /** The order whose units were rejected: Shopify may still commit them there. */
  readonly orderId: string;
  /** Units of the item the order still gets from here, because only a part was rejected. */
  readonly keptUnits: number;
  /** Deterministic; the correction is made once per key. */
  readonly key: string;
}

const triesAgainstRaces = 5;

/**
 * Corrects Shopify's available quantity and our mirror after a rejection. Safe to repeat with the
 * same key after a crash or an unknown outcome: missing and damaged units are a fixed change under a
 * fixed idempotency key; zeroing is a compare-and-set computed from a fresh reading, so that what is
 * already zero changes nothing.
 *
 * Throws ShopifyError; returns Shopify's refusal word for word.
 */
export async function correctStock(
  shop: ShopContext,
  correction: StockCorrection,
): Promise<MutationResult> {
  let result = await apply(shop, correction);
  // Shopify remembers under this key that nothing was changed; only another key gets a new try.
  if (hasCode(result, "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED")) {
    result = await apply(shop, { ...correction, key: `${correction.key}:again` });
  }
  if (!result.ok) return result;
  const readings = await readLevels(shop.shopId, [correction]);
  await inShop(shop, (tx) => recordReadings(tx, shop, readings, "correction"));
  return result;
}

function apply(shop: ShopContext, correction: StockCorrection): Promise<MutationResult> {
  const { units, key, inventoryItemId, locationId } = correction;
  const shelf = { inventoryItemId, locationId, idempotencyKey: key };
  switch (correction.effect) {
    case "minus_quantity":
      return adjustQuantity(shop.shopId, {
        ...shelf,
        delta: -units,
        changeFromQuantity: null,
        reason: "shrinkage",
      });
    case "damaged":
      return moveToDamaged(shop.shopId, {
        ...shelf,
        units,
        documentUri: `gid://backroom/Rejection/${key}`,
      });
    case "zero":
      return emptyShelf(shop, correction);
  }
}

/**
 * Nothing is left for anyone else: available becomes 0 once the order's rejected units have gone
 * elsewhere, hence minus what Shopify still commits here of them.
 */
async function emptyShelf(shop: ShopContext, correction: StockCorrection): Promise<MutationResult> {
  let result: MutationResult = { ok: true };
  for (let attempt = 1; attempt <= triesAgainstRaces; attempt += 1) {
    const [order] = await readOrders(shop.shopId, [correction.orderId]);
    const [level] = await readLevels(shop.shopId, [correction]);
    const leaving = order ? unitsCommittedHere(order, correction) - correction.keptUnits : 0;
    const target = -Math.max(0, leaving);
    if (!level || level.available <= target) return { ok: true };
    const { inventoryItemId, locationId } = correction;
    result = await adjustQuantity(shop.shopId, {
      inventoryItemId,
      locationId,
      delta: target - level.available,
      changeFromQuantity: level.available,
      reason: "shrinkage",
      idempotencyKey: `${correction.key}:${level.available}:${target}`,
    });
    if (!hasCode(result, "CHANGE_FROM_QUANTITY_STALE")) return result;
  }
  return result;
}

function hasCode(result: MutationResult, code: string): boolean {
  return !result.ok && result.errors.some((error) => error.code === code);
}

/** Units of the item the order's open fulfillment orders still take from the location. */
function unitsCommittedHere(order: LiveOrder, shelf: LevelKey): number {
  return order.fulfillmentOrders
    .filter((one) => one.assignedLocationId === shelf.locationId)
    .filter((one) => one.status !== "CLOSED" && one.status !== "CANCELLED")
    .flatMap((one) => one.lines)
    .filter((line) => line.inventoryItemId === shelf.inventoryItemId)
    .reduce((units, line) => units + line.remainingQuantity, 0);
}
