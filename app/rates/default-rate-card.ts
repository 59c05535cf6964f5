import type { ServiceRates } from "#app/routing/snapshot.ts";

/**
 * What carriers charge until the merchant brings their own rate card: a ladder by distance in the
 * shape of US ground and express tariffs (about 300, 600 and 1,000 miles), per parcel and per kg.
 */
export const defaultRates: readonly ServiceRates[] = [
  {
    service: "standard",
    zones: [
      { upToKm: 482.8, parcel: "4.80", perKg: "0.5512", transitDays: 2 },
      { upToKm: 965.6, parcel: "5.60", perKg: "0.9921", transitDays: 3 },
      { upToKm: 1609.3, parcel: "6.50", perKg: "1.5432", transitDays: 4 },
      { upToKm: null, parcel: "7.80", perKg: "2.2487", transitDays: 5 },
    ],
  },
  {
    service: "express",
    zones: [
      { upToKm: 482.8, parcel: "12.50", perKg: "1.7637", transitDays: 1 },
      { upToKm: 1609.3, parcel: "18.00", perKg: "3.3069", transitDays: 2 },
      { upToKm: null, parcel: "24.00", perKg: "4.8502", transitDays: 2 },
    ],
  },
];

/** A second box, a second label, a second hand-over. */
export const defaultSplitPenalty = "2.5000";
