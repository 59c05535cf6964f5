import type { ServiceRates } from "#app/routing/snapshot.ts";

export interface Metro {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Millions of people, rounded. */
  readonly people: number;
}

/** The customers' cities: twenty metropolitan areas of the United States with their people. */
export const METROS: readonly Metro[] = [
  { name: "New York", latitude: 40.71, longitude: -74.01, people: 19.5 },
  { name: "Los Angeles", latitude: 34.05, longitude: -118.24, people: 12.8 },
  { name: "Chicago", latitude: 41.88, longitude: -87.63, people: 9.3 },
  { name: "Dallas", latitude: 32.78, longitude: -96.8, people: 8.1 },
  { name: "Houston", latitude: 29.76, longitude: -95.37, people: 7.5 },
  { name: "Atlanta", latitude: 33.75, longitude: -84.39, people: 6.3 },
  { name: "Washington", latitude: 38.91, longitude: -77.04, people: 6.3 },
  { name: "Philadelphia", latitude: 39.95, longitude: -75.17, people: 6.2 },
  { name: "Miami", latitude: 25.76, longitude: -80.19, people: 6.2 },
  { name: "Phoenix", latitude: 33.45, longitude: -112.07, people: 5.1 },
  { name: "Boston", latitude: 42.36, longitude: -71.06, people: 4.9 },
  { name: "San Francisco", latitude: 37.77, longitude: -122.42, people: 4.6 },
  { name: "Detroit", latitude: 42.33, longitude: -83.05, people: 4.3 },
  { name: "Seattle", latitude: 47.61, longitude: -122.33, people: 4.0 },
  { name: "Minneapolis", latitude: 44.98, longitude: -93.27, people: 3.7 },
  { name: "Denver", latitude: 39.74, longitude: -104.99, people: 3.0 },
  { name: "St. Louis", latitude: 38.63, longitude: -90.2, people: 2.8 },
  { name: "Portland", latitude: 45.52, longitude: -122.68, people: 2.5 },
  { name: "Columbus", latitude: 39.96, longitude: -83.0, people: 2.2 },
  { name: "Kansas City", latitude: 39.1, longitude: -94.58, people: 2.2 },
];

/** Zone limits as US carriers draw them (150, 300, 600, 1000, 1400, 1800 miles), in kilometres. */
const ZONES = [
  { upToKm: 241.4, parcel: "5.40", perKg: "0.50", transitDays: 2 },
  { upToKm: 482.8, parcel: "5.65", perKg: "0.65", transitDays: 2 },
  { upToKm: 965.6, parcel: "6.05", perKg: "0.90", transitDays: 3 },
  { upToKm: 1609.3, parcel: "6.60", perKg: "1.35", transitDays: 4 },
  { upToKm: 2253.1, parcel: "7.25", perKg: "1.80", transitDays: 4 },
  { upToKm: 2896.8, parcel: "7.80", perKg: "2.15", transitDays: 5 },
  { upToKm: null, parcel: "8.50", perKg: "2.60", transitDays: 5 },
];

export const RATES: readonly ServiceRates[] = [{ service: "standard", zones: ZONES }];
