import { holdFulfillmentOrder } from "#app/shopify/hold-fulfillment-order.server.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import { moveFulfillmentOrder } from "#app/shopify/move-fulfillment-order.server.ts";
import type { MutationResult } from "#app/shopify/mutation-result.ts";
import { openFulfillmentOrder } from "#app/shopify/open-fulfillment-order.server.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { releaseHolds } from "#app/shopify/release-holds.server.ts";
import { REVIEW_HOLD } from "./internal/next-step.ts";
import type { Step } from "./internal/step.ts";
import { tally } from "./internal/tally.ts";
import type { Placing } from "./placing.ts";

export type StepOutcome =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly message: string }
  | {
      readonly kind: "stock_gone";
      readonly locationId: string;
      readonly readings: readonly LiveLevel[];
    };

/** Makes one change in Shopify. Throws ShopifyError; after an unknown outcome, read again. */
export async function takeStep(
  shopId: string,
  step: Exclude<Step, { readonly kind: "none" }>,
  placing: Placing,
): Promise<StepOutcome> {
  const id = step.fulfillmentOrderId;
  switch (step.kind) {
    case "move":
      return move(shopId, step, placing);
    case "open":
      return toOutcome(await openFulfillmentOrder(shopId, id));
    case "release":
      return toOutcome(await releaseHolds(shopId, id, step.holdIds));
    case "hold":
      return toOutcome(await holdFulfillmentOrder(shopId, id, describeHold(placing)));
    case "blocked":
      return {
        kind: "refused",
        message: `Shopify does not offer ${step.needs} on fulfillment order ${id} now.`,
      };
  }
}

/**
 * Shopify moves units whether the destination has them or not, and drives its stock below zero. So
 * the shelf is read first.
 */
async function move(
  shopId: string,
  step: Extract<Step, { readonly kind: "move" }>,
  { uncounted }: Placing,
): Promise<StepOutcome> {
  const { fulfillmentOrderId, toLocationId: locationId, lines } = step;
  const counted = step.units.flatMap(({ inventoryItemId, units }) =>
    inventoryItemId === null || uncounted.has(inventoryItemId) ? [] : [{ inventoryItemId, units }],
  );
  const needed = tally(
    counted,
    (row) => row.inventoryItemId,
    (row) => row.units,
  );
  const keys = [...needed.keys()].map((inventoryItemId) => ({ inventoryItemId, locationId }));
  const readings = keys.length > 0 ? await readLevels(shopId, keys) : [];
  const availableOf = new Map(readings.map((level) => [level.inventoryItemId, level.available]));
  const isShort = [...needed].some(([item, units]) => (availableOf.get(item) ?? 0) < units);
  if (isShort) return { kind: "stock_gone", locationId, readings };
  return toOutcome(
    await moveFulfillmentOrder(shopId, {
      fulfillmentOrderId,
      locationId,
      ...(lines ? { lines } : {}),
    }),
  );
}

function describeHold({ plan }: Placing) {
  const reasonNotes = plan.unfilled[0]?.reason ?? "Held for review";
  return { handle: REVIEW_HOLD, reason: "OTHER" as const, reasonNotes };
}

function toOutcome(result: MutationResult): StepOutcome {
  if (result.ok) return { kind: "taken" };
  return { kind: "refused", message: result.errors.map((error) => error.message).join(" ") };
}
