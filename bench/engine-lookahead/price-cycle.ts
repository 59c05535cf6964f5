import type { Network, Order } from "#app/routing/snapshot.ts";

/** What an order costs from each location, in 1/10,000: the bench's own reading of the contract. */
export interface OrderPrices {
  /** Zone price and handling of a parcel, by location. */
  readonly parcel: readonly number[];
  /** Handling and weight of one unit, by line, then location. */
  readonly unit: readonly (readonly number[])[];
}

export function priceOrder(
  network: Network,
  weightOf: ReadonlyMap<string, number>,
  order: Order,
): OrderPrices {
  const zones = network.rates.find(({ service }) => service === order.service)!.zones;
  const priced = network.locations.map((place) => {
    const km = measureKm(place, order.destination);
    const zone = zones.find(({ upToKm }) => upToKm === null || km <= upToKm)!;
    return { place, zone };
  });
  return {
    parcel: priced.map(({ place, zone }) => money(zone.parcel) + money(place.handlingPerParcel)),
    unit: order.lines.map(({ sku }) =>
      priced.map(({ place, zone }) => {
        const weight = Math.round(weightOf.get(sku)! * 1000) * money(zone.perKg);
        return money(place.handlingPerUnit) + Math.floor((weight + 500) / 1000);
      }),
    ),
  };
}

export function money(text: string): number {
  return Math.round(Number(text) * 10_000);
}

interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function measureKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const north = ((b.latitude! - a.latitude!) * radians) / 2;
  const east = ((b.longitude! - a.longitude!) * radians) / 2;
  const cos = Math.cos(a.latitude! * radians) * Math.cos(b.latitude! * radians);
  const chord = Math.sin(north) ** 2 + cos * Math.sin(east) ** 2;
  return Math.round(2 * 6371.0088 * Math.asin(Math.sqrt(chord)) * 1000) / 1000;
}
