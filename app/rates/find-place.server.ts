import type { Tx } from "#app/db.server.ts";

/** Where a parcel comes from or goes to. */
export interface FoundPlace {
  readonly latitude: number;
  readonly longitude: number;
  /** How it was found, for the person: "Denver Store", "80202, from 14 past orders". */
  readonly label: string;
}

export type PlaceAnswer =
  | { readonly ok: true; readonly place: FoundPlace }
  | { readonly ok: false; readonly message: string };

const coordinates = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/**
 * Finds a place by what a person typed: coordinates ("39.75, -105.00"), or a postal code that one of
 * the shop's locations or past orders has. Shopify gives coordinates with those addresses; there is no
 * other geocoder here, so an unknown postal code asks for coordinates.
 */
export async function findPlace(
  tx: Tx,
  shopId: string,
  typed: string,
  countryCode: string,
): Promise<PlaceAnswer> {
  const numbers = coordinates.exec(typed);
  if (numbers) return readCoordinates(Number(numbers[1]), Number(numbers[2]));
  const code = typed.trim().toUpperCase();
  if (code === "") return { ok: false, message: "Write a postal code or coordinates." };
  const [known] = await tx.$queryRaw<{ latitude: number; longitude: number; n: number }[]>`
    with known as (
      select latitude, longitude from locations
      where shop_id = ${shopId} and upper(postal_code) = ${code}
        and country_code = ${countryCode} and latitude is not null
      union all
      select latitude, longitude from orders
      where shop_id = ${shopId} and upper(postal_code) = ${code}
        and country_code = ${countryCode} and latitude is not null
    )
    select percentile_cont(0.5) within group (order by latitude) as latitude,
      percentile_cont(0.5) within group (order by longitude) as longitude, count(*)::int as n
    from known having count(*) > 0`;
  if (!known) {
    const message = `No address with postal code ${code} is known yet. Write its coordinates, such as 39.75, -105.00.`;
    return { ok: false, message };
  }
  const label = `${code}, from ${known.n === 1 ? "1 known address" : `${known.n} known addresses`}`;
  const { latitude, longitude } = known;
  return { ok: true, place: { latitude, longitude, label } };
}

function readCoordinates(latitude: number, longitude: number): PlaceAnswer {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    const message = "Latitude goes from -90 to 90, longitude from -180 to 180.";
    return { ok: false, message };
  }
  return { ok: true, place: { latitude, longitude, label: `${latitude}, ${longitude}` } };
}
