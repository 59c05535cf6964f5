/** One line of a rate card's file: a service's price for parcels up to a distance and a weight. */
export interface RateLine {
  readonly lineNumber: number;
  readonly service: string;
  /** Null: as far as it goes. */
  readonly upToKm: number | null;
  /** Null: heavier than every other line of this distance. */
  readonly upToKg: number | null;
  /** Decimal strings in the shop's currency. */
  readonly price: string;
  /** Added per kg: of the whole parcel, or above the last weight step where there are steps. */
  readonly perKg: string;
  readonly transitDays: number;
}

/** How a file names distances: kilometres, or the numbers of postal zones. */
export type Ladder = "km" | "zone";

const shared = ["service", "up_to_kg", "price", "per_kg", "transit_days"] as const;

/** The columns of a rate card's file, in the order they are written. */
export function columnsOf(ladder: Ladder): readonly string[] {
  const [service, ...others] = shared;
  return [service, ladder === "km" ? "up_to_km" : "zone", ...others];
}
