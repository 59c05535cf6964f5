import type { Point } from "./decision-view.ts";

/** A place on the map, unless its coordinates are unknown. */
export function toPoint(
  place: { readonly latitude: number | null; readonly longitude: number | null } | undefined,
): Point | null {
  if (place?.latitude == null || place.longitude == null) return null;
  return { latitude: place.latitude, longitude: place.longitude };
}
