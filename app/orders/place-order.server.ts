import type { Clock } from "#app/clock.ts";
import { systemContext } from "#app/shop-context.ts";
import { beginPlacing } from "./begin-placing.server.ts";
import { bringToPlan } from "./bring-to-plan.server.ts";
import { endPlacing } from "./end-placing.server.ts";
import type { PlacingEnd } from "./placing.ts";

/**
 * Job `place-order`: makes Shopify's fulfillment orders match the order's decision in force. The
 * intent is committed before anything is sent, and every run starts from what Shopify says, so a
 * crash at any point is mended by running it again. Throws ShopifyError.
 */
export async function placeOrder(
  { shopId, orderId }: { readonly shopId: string; readonly orderId: string },
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const placing = await beginPlacing(shop, orderId);
  if (!placing) return;
  const end = placing.trustsReading ? STANDS : await bringToPlan(shop, placing);
  await endPlacing(shop, placing, end);
}

const STANDS: PlacingEnd = {
  kind: "stands",
  standing: null,
  progressLost: false,
  moves: 0,
  readings: [],
};
