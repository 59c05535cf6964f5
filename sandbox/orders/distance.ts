const EARTH_RADIUS_KM = 6371.0088;

interface Point {
  latitude: number | null;
  longitude: number | null;
}

/** Great-circle distance in kilometres (haversine); infinite when an end has no coordinates. */
export function distanceKm(from: Point | null, to: Point): number {
  if (from === null || from.latitude === null || from.longitude === null) return Infinity;
  if (to.latitude === null || to.longitude === null) return Infinity;
  const phi1 = radians(from.latitude);
  const phi2 = radians(to.latitude);
  const halfPhi = Math.sin((phi2 - phi1) / 2);
  const halfLambda = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = halfPhi ** 2 + Math.cos(phi1) * Math.cos(phi2) * halfLambda ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
