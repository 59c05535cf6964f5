import type { CardService, CardZone } from "./rate-card.ts";

export interface PricedParcel {
  /** Step of the service's distance ladder, from 1. */
  readonly zone: number;
  /** What the label should cost, in 1/10,000 of the currency. */
  readonly price: number;
  readonly transitDays: number;
}

/**
 * What the card says a label costs; null when the card has no such service. An unknown distance pays
 * the farthest zone, as in routing.
 */
export function priceParcel(
  rates: readonly CardService[],
  {
    service,
    distanceKm,
    weightKg,
  }: { service: string; distanceKm: number | null; weightKg: number },
): PricedParcel | null {
  const zones = rates.find((one) => one.service === service)?.zones;
  if (!zones) return null;
  const fits = ({ upToKm }: CardZone) =>
    upToKm === null || (distanceKm !== null && distanceKm <= upToKm);
  const at = zones.findIndex(fits);
  const zone = zones[at];
  if (!zone) return null;
  return { zone: at + 1, price: priceWeight(zone, weightKg), transitDays: zone.transitDays };
}

function priceWeight({ parcel, perKg, steps }: CardZone, weightKg: number): number {
  if (!steps) return tenThousandths(parcel) + times(perKg, weightKg);
  const step = steps.find(({ upToKg }) => upToKg !== null && weightKg <= upToKg);
  if (step) return tenThousandths(step.price);
  const heaviest = Math.max(0, ...steps.map(({ upToKg }) => upToKg ?? 0));
  return tenThousandths(steps.at(-1)!.price) + times(perKg, weightKg - heaviest);
}

/** A decimal string of up to 4 decimals as a whole number of 1/10,000. */
export function tenThousandths(amount: string): number {
  return Math.round(Number(amount) * 10_000);
}

/** Grams times 1/10,000 per kg, rounded half up to 1/10,000: whole numbers all the way. */
function times(perKg: string, weightKg: number): number {
  return Math.round((tenThousandths(perKg) * Math.round(weightKg * 1_000)) / 1_000);
}

/** 48000 as "4.8000". */
export function toMoney(price: number): string {
  return (price / 10_000).toFixed(4);
}
