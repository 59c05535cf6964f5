/** Mean radius of the Earth (IUGG R1), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** A point prepared for many distances; `known` is false without coordinates. */
export interface Point {
  readonly known: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly cosLatitude: number;
}

/** Degrees to a prepared point. */
export function preparePoint(latitude: number | null, longitude: number | null): Point {
  if (latitude === null || longitude === null) {
    return { known: false, latitude: 0, longitude: 0, cosLatitude: 0 };
  }
  const phi = latitude * RADIANS;
  return {
    known: true,
    latitude: phi,
    longitude: longitude * RADIANS,
    cosLatitude: Math.cos(phi),
  };
}

/**
 * Great-circle distance in whole metres (0.001 km) by the haversine formula (R. W. Sinnott, "Virtues
 * of the Haversine", Sky and Telescope 68, 1984). Both points must be known. The antimeridian needs
 * no care: the formula only sees the sine of half the difference.
 */
export function measureMetres(from: Point, to: Point): number {
  const north = Math.sin((to.latitude - from.latitude) / 2);
  const east = Math.sin((to.longitude - from.longitude) / 2);
  const chord = north * north + from.cosLatitude * to.cosLatitude * east * east;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))) * 1000);
}
