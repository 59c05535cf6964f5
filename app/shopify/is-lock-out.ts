import type { ShopifyError } from "./errors.ts";

const lockOuts = new Set(["ACCESS_DENIED", "unauthorized"]);

/**
 * True when Shopify refuses the app as such (a scope was taken away, its tokens are dead), whatever
 * the call was about: the work waits, it has not failed.
 */
export function isLockOut(error: ShopifyError): boolean {
  return lockOuts.has(error.code);
}
