import type { ShopState } from "#sandbox/shop/state.ts";

/** Points restored per second by plan; the bucket holds twenty seconds' worth (Shopify, "API limits"). */
const RESTORE_RATE = { standard: 100, advanced: 200, plus: 1_000 } as const;
const BUCKET_SECONDS = 20;

/** The THROTTLED envelope of an injected throttle: an empty bucket. Shopify sends it at HTTP 200. */
export function throttledBody(shop: ShopState) {
  const restoreRate = RESTORE_RATE[shop.plan];
  return {
    errors: [
      {
        message: "Throttled",
        extensions: {
          code: "THROTTLED",
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
    extensions: {
      cost: {
        requestedQueryCost: 10,
        actualQueryCost: null,
        throttleStatus: {
          maximumAvailable: restoreRate * BUCKET_SECONDS,
          currentlyAvailable: 0,
          restoreRate,
        },
      },
    },
  };
}
