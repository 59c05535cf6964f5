import type { RateZone, ServiceRates, WeightStep } from "#app/routing/snapshot.ts";

/** A distance of a service as the engine prices it; pages may say outright that it has no steps. */
export interface CardZone extends Omit<RateZone, "steps"> {
  readonly steps?: readonly WeightStep[] | undefined;
}

export interface CardService extends Omit<ServiceRates, "zones"> {
  readonly zones: readonly CardZone[];
}
