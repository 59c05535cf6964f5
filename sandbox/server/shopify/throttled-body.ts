import { throttleStatus } from "#sandbox/graphql/point-bucket.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** The THROTTLED envelope of an injected throttle: an empty bucket. Shopify sends it at HTTP 200. */
export function throttledBody(shop: ShopState, appId: string) {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }],
    extensions: {
      cost: {
        requestedQueryCost: 10,
        actualQueryCost: null,
        throttleStatus: { ...throttleStatus(shop, appId), currentlyAvailable: 0 },
      },
    },
  };
}
