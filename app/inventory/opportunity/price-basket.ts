import type { Location, Place, RateZone, ServiceRates } from "#app/routing/snapshot.ts";
import type { Basket } from "./market.ts";

/** What shipping costs in a shop, and from where. */
export interface ShippingCosts {
  readonly rates: readonly ServiceRates[];
  readonly splitPenalty: string;
  readonly locations: readonly ShippingPlace[];
}

export type ShippingPlace = Pick<
  Location,
  "id" | "latitude" | "longitude" | "handlingPerParcel" | "handlingPerUnit"
>;

/** A basket as remembered: items by name, with their weight. */
export interface PastBasket {
  readonly destination: Pick<Place, "latitude" | "longitude">;
  /** Null, or unknown to the rate card: the card's first. */
  readonly service: string | null;
  /** Set for pickup orders. */
  readonly pickupLocationId: string | null;
  readonly lines: readonly {
    readonly item: string;
    readonly units: number;
    readonly weightKg: number;
  }[];
}

const SCALE = 10_000;
const EARTH_RADIUS_KM = 6371.0088;

/**
 * Prices a basket from every location of a shop as the scenario contract does (docs/scenario.md,
 * "Cost of a plan"), in doubles: prices of a forecast need no exactness.
 */
export function priceBasket(costs: ShippingCosts, basket: PastBasket): Basket {
  const { locations, splitPenalty } = costs;
  const rates = costs.rates.find(({ service }) => service === basket.service) ?? costs.rates[0]!;
  const isPickup = basket.pickupLocationId !== null;
  const zones = locations.map((place) => findZone(rates.zones, place, basket.destination));
  return {
    parcel: locations.map((place, at) =>
      toScale(isPickup ? "0" : zones[at]!.parcel, place.handlingPerParcel, splitPenalty),
    ),
    lines: basket.lines.map(({ item, units, weightKg }) => ({
      item,
      units,
      unit: locations.map((place, at) => {
        const weight = isPickup ? 0 : weightKg * Number(zones[at]!.perKg) * SCALE;
        return Math.round(toScale(place.handlingPerUnit) + weight);
      }),
    })),
    onlyPlace: isPickup ? locations.findIndex(({ id }) => id === basket.pickupLocationId) : null,
  };
}

function toScale(...amounts: readonly string[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + Number(amount), 0) * SCALE);
}

/** Without coordinates at either end the last zone holds. */
function findZone(
  zones: readonly RateZone[],
  from: Pick<Place, "latitude" | "longitude">,
  to: Pick<Place, "latitude" | "longitude">,
): RateZone {
  const km = measureKm(from, to);
  return zones.find(({ upToKm }) => upToKm === null || km <= upToKm) ?? zones.at(-1)!;
}

/** Great-circle distance (haversine); endless when unknown. */
function measureKm(
  a: Pick<Place, "latitude" | "longitude">,
  b: Pick<Place, "latitude" | "longitude">,
): number {
  if (a.latitude === null || a.longitude === null) return Infinity;
  if (b.latitude === null || b.longitude === null) return Infinity;
  const radians = Math.PI / 180;
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const cos = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(north ** 2 + cos * east ** 2)));
}
