const MINUTE_MS = 60_000;

/**
 * The waits before the eight retries. Shopify says eight retries over four hours with growing gaps
 * and publishes no more; these double, and add up to four hours.
 */
export const RETRY_GAPS_MS: readonly number[] = [1, 2, 4, 8, 15, 30, 60, 120].map(
  (minutes) => minutes * MINUTE_MS,
);
