import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { ShopifyError } from "#app/shopify/errors.ts";
import { isLockOut } from "#app/shopify/is-lock-out.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import { placementOf } from "./internal/compare-placement.ts";
import { interpretLiveOrder } from "./internal/interpret-live-order.ts";
import type { OpenReading } from "./internal/judge-order.ts";
import { nextStep } from "./internal/next-step.ts";
import type { MovedUnits, Step } from "./internal/step.ts";
import type { Placing, PlacingEnd } from "./placing.ts";
import type { StepOutcome } from "./take-step.server.ts";
import { takeStep } from "./take-step.server.ts";

/** A plan has at most a handful of parcels; an order that needs more steps is not converging. */
const MOST_STEPS = 10;

/**
 * Reads the order, takes the one change that brings it nearer to the plan, and reads again, until
 * nothing differs. What was done before a crash or an unknown outcome is simply found done. Throws
 * ShopifyError.
 */
export async function bringToPlan(shop: ShopContext, placing: Placing): Promise<PlacingEnd> {
  let refusal = "";
  let moves = 0;
  const touched = new Map<string, LevelKey>();
  for (let taken = 0; taken <= MOST_STEPS; taken += 1) {
    const reading = await readOpenOrder(shop.shopId, placing.orderId);
    if (!reading) return { kind: "changed" };
    const holds = placing.plan.outcome === "held";
    const step = nextStep(reading.fulfillmentOrders, placing.target, holds);
    if (step.kind === "none") return stands(shop.shopId, placing, reading, moves, touched);
    if (!(await isInForce(shop, placing))) return { kind: "superseded" };
    const outcome = await tryStep(shop.shopId, step, placing);
    if (outcome.kind === "stock_gone") return outcome;
    if (outcome.kind === "refused") {
      // The first "no" may only mean that something changed since the reading.
      if (refusal !== "") return outcome;
      refusal = outcome.message;
      continue;
    }
    refusal = "";
    if (step.kind === "move") {
      moves += 1;
      noteTouched(touched, step);
    }
  }
  return { kind: "refused", message: `Not as planned after ${MOST_STEPS} changes.` };
}

async function readOpenOrder(shopId: string, orderId: string): Promise<OpenReading | null> {
  const [live] = await readOrders(shopId, [orderId]);
  const reading = live ? interpretLiveOrder(live) : null;
  return reading?.state === "open" && reading.foreignHold === null ? reading : null;
}

/** An unknown outcome counts as taken: the next reading tells. */
async function tryStep(
  shopId: string,
  step: Exclude<Step, { readonly kind: "none" }>,
  placing: Placing,
): Promise<StepOutcome> {
  try {
    return await takeStep(shopId, step, placing);
  } catch (error) {
    if (!(error instanceof ShopifyError)) throw error;
    if (error.outcomeUnknown) return { kind: "taken" };
    if (error.retry === "never" && !isLockOut(error))
      return { kind: "refused", message: error.message };
    throw error;
  }
}

async function isInForce(shop: ShopContext, placing: Placing): Promise<boolean> {
  const { shopId } = shop;
  const intent = await inShop(shop, (tx) =>
    tx.intent.findUnique({ where: { shopId_intentId: { shopId, intentId: placing.intentId } } }),
  );
  return intent?.status === "sent" && intent.attempts === placing.attempt;
}

function noteTouched(
  touched: Map<string, LevelKey>,
  step: { readonly toLocationId: string; readonly units: readonly MovedUnits[] },
): void {
  for (const { inventoryItemId, fromLocationId } of step.units) {
    if (inventoryItemId === null) continue;
    for (const locationId of [fromLocationId, step.toLocationId]) {
      touched.set(`${inventoryItemId}/${locationId}`, { inventoryItemId, locationId });
    }
  }
}

async function stands(
  shopId: string,
  { kept }: Placing,
  reading: OpenReading,
  moves: number,
  touched: ReadonlyMap<string, LevelKey>,
): Promise<PlacingEnd> {
  const keptAt = new Set(kept.map((row) => row.locationId));
  const progressLost = reading.fulfillmentOrders.some(
    (one) => one.status === "OPEN" && keptAt.has(one.assignedLocationId!),
  );
  const standing = placementOf([], reading.standing);
  const readings = touched.size > 0 ? await readLevels(shopId, [...touched.values()]) : [];
  return { kind: "stands", standing, progressLost, moves, readings };
}
