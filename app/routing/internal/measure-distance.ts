/** Mean radius of the Earth (IUGG R1), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** A point prepared for many distances, as a unit vector; `known` is false without coordinates. */
export interface Point {
  readonly known: boolean;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Degrees to a prepared point. */
export function preparePoint(latitude: number | null, longitude: number | null): Point {
  if (latitude === null || longitude === null) return { known: false, x: 0, y: 0, z: 0 };
  const phi = latitude * RADIANS;
  const lambda = longitude * RADIANS;
  const x = Math.cos(phi) * Math.cos(lambda);
  const y = Math.cos(phi) * Math.sin(lambda);
  return { known: true, x, y, z: Math.sin(phi) };
}

/**
 * Great-circle distance in whole metres (0.001 km) by the haversine formula (R. W. Sinnott, "Virtues
 * of the Haversine", Sky and Telescope 68, 1984). The haversine is a quarter of the square of the
 * straight line between the two points, so no sine is needed per pair and the antimeridian no care.
 * Both points must be known.
 */
export function measureMetres(from: Point, to: Point): number {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const z = to.z - from.z;
  const haversine = (x * x + y * y + z * z) / 4;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine))) * 1000);
}
