import type { Plan, ShopState } from "../shop/state.ts";

/** Points per second and bucket, by plan: measured for Standard and Advanced, inferred for Plus. */
const RATES: Record<Plan, number> = { standard: 100, advanced: 200, plus: 1000 };
const BUCKET_SECONDS = 20;

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** The app's points in this shop now. Every app has a bucket of its own, which refills steadily. */
export function throttleStatus(shop: ShopState, appId: string): ThrottleStatus {
  const restoreRate = RATES[shop.plan];
  const maximumAvailable = restoreRate * BUCKET_SECONDS;
  const nowMs = shop.clock().getTime();
  const bucket = shop.pointBuckets.get(appId);
  if (bucket === undefined) {
    shop.pointBuckets.set(appId, {
      available: maximumAvailable,
      refilledAtMs: nowMs,
      spent: 0,
    });
    return { maximumAvailable, currentlyAvailable: maximumAvailable, restoreRate };
  }
  const elapsedMs = Math.max(0, nowMs - bucket.refilledAtMs);
  const refill = (elapsedMs / 1000) * restoreRate;
  bucket.available = Math.min(maximumAvailable, bucket.available + refill);
  bucket.refilledAtMs = nowMs;
  return { maximumAvailable, currentlyAvailable: Math.floor(bucket.available), restoreRate };
}

/** Takes what an answer actually cost. Admission was on what it asked for. */
export function chargePoints(shop: ShopState, appId: string, points: number): void {
  const bucket = shop.pointBuckets.get(appId);
  if (bucket === undefined) return;
  bucket.available -= points;
  bucket.spent += points;
}
