import type { Place } from "#app/routing/snapshot.ts";

type Coordinates = Pick<Place, "latitude" | "longitude">;

const earthRadiusKm = 6371.0088;

/**
 * Great-circle distance by the haversine formula, for people: whole kilometres, null where either
 * place has no coordinates. The engine measures on its own, to the metre.
 */
export function measureKm(from: Coordinates | undefined, to: Coordinates): number | null {
  if (from?.latitude == null || from.longitude == null) return null;
  if (to.latitude === null || to.longitude === null) return null;
  const [phi1, phi2] = [radians(from.latitude), radians(to.latitude)];
  const north = Math.sin((phi2 - phi1) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = north * north + Math.cos(phi1) * Math.cos(phi2) * east * east;
  return Math.round(2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord))));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
