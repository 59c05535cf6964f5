import type { Clock } from "#app/clock.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import { systemContext } from "#app/shop-context.ts";
import { ShopifyError } from "#app/shopify/errors.ts";
import { beginPlacing } from "./begin-placing.server.ts";
import { bringToPlan } from "./bring-to-plan.server.ts";
import { endPlacing } from "./end-placing.server.ts";
import type { PlacingEnd } from "./placing.ts";

/**
 * Job `place-order`: makes Shopify's fulfillment orders match the order's decision in force. The
 * intent is committed before anything is sent, and every run starts from what Shopify says, so a
 * crash at any point is mended by running it again.
 */
export async function placeOrder(
  { shopId, orderId }: { readonly shopId: string; readonly orderId: string },
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  const placing = await beginPlacing(shop, orderId);
  if (!placing) return done;
  try {
    const end = placing.trustsReading ? STANDS : await bringToPlan(shop, placing);
    await endPlacing(shop, placing, end);
    return done;
  } catch (error) {
    if (error instanceof ShopifyError && error.retryAfterSeconds !== undefined) {
      return snooze(error.retryAfterSeconds);
    }
    throw error;
  }
}

const STANDS: PlacingEnd = {
  kind: "stands",
  standing: null,
  progressLost: false,
  moves: 0,
  readings: [],
};
