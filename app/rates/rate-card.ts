import type { RateZone, ServiceRates } from "#app/routing/snapshot.ts";

/** A price that holds for a whole parcel up to a weight; null in the last, which has no end. */
export interface WeightStep {
  readonly upToKg: number | null;
  readonly price: string;
}

/**
 * One distance of a service. Without steps a parcel costs `parcel + perKg x weight`. With steps it
 * costs the first step that its weight fits; heavier than the last but one, the last step's price and
 * `perKg` for every kg above the last weight named.
 */
export interface CardZone extends RateZone {
  readonly steps?: readonly WeightStep[] | undefined;
}

export interface CardService extends ServiceRates {
  readonly zones: readonly CardZone[];
}
