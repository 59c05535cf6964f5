const kmPerMile = 1.609344;

/**
 * How far each postal zone reaches, in miles. US carriers number zones by great-circle distance; these
 * are the steps of the Postal Service (Domestic Mail Manual 608.9, Postal Zones), and those of private
 * carriers follow them from zone 2 on. Carriers measure between ZIP areas, Backroom from door to door,
 * so that an address near a border may fall into the neighbouring zone.
 */
const zoneMiles = [50, 150, 300, 600, 1_000, 1_400, 1_800];

/** The farthest zone; it has no end. */
export const lastPostalZone = zoneMiles.length + 1;

/** How far zone 1 to 8 reaches, in km with one decimal; null: as far as it goes. */
export function reachOfZone(zone: number): number | null {
  const miles = zoneMiles[zone - 1];
  return miles === undefined ? null : Math.round(miles * kmPerMile * 10) / 10;
}

/** The zone that reaches exactly so far; null when none does. */
export function zoneOfReach(upToKm: number | null): number | null {
  if (upToKm === null) return lastPostalZone;
  const at = zoneMiles.findIndex((_, index) => reachOfZone(index + 1) === upToKm);
  return at === -1 ? null : at + 1;
}
