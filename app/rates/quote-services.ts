import type { Network, ServiceRates, Snapshot } from "#app/routing/snapshot.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import { priceParcel, toMoney } from "./price-parcel.ts";

export interface ServiceQuote {
  readonly service: string;
  readonly distanceKm: number;
  /** Step of the service's distance ladder, from 1. */
  readonly zone: number;
  /** Of the label, 4 decimals; handling is not in it. */
  readonly price: string;
  readonly transitDays: number;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

interface Shipment {
  readonly from: Point;
  readonly to: Point;
  readonly weightKg: number;
}

/**
 * Quotes every service of a card for one parcel. The distance is the engine's own: a made-up order is
 * routed from the one place to the other, so that estimate and decision cannot disagree about it.
 */
export function quoteServices(
  rates: readonly ServiceRates[],
  shipment: Shipment,
): readonly ServiceQuote[] {
  const distanceKm = measureKm(rates, shipment);
  return rates.flatMap(({ service }) => {
    const { weightKg } = shipment;
    const priced = priceParcel(rates, { service, distanceKm, weightKg });
    if (!priced) return [];
    const { zone, price, transitDays } = priced;
    return [{ service, distanceKm, zone, price: toMoney(price), transitDays }];
  });
}

const nowhere = { countryCode: null, provinceCode: null, postalCode: null };

function measureKm(rates: readonly ServiceRates[], { from, to }: Shipment): number {
  const network: Network = {
    currency: "",
    rates,
    splitPenalty: "0",
    locations: [
      {
        ...{ id: "from", name: "from", type: "store", ...nowhere, ...from },
        ...{ handlingPerParcel: "0", handlingPerUnit: "0", processingDays: 0, rank: 1 },
        ...{ groups: [], paused: false },
      },
    ],
    ruleset: { guardrails: [], lanes: [], whenNothingFits: [] },
  };
  const order: Snapshot["order"] = {
    ...{ id: "estimate", placedAt: "2000-01-01T00:00:00Z", service: rates[0]?.service ?? "" },
    ...{ deliveryMethod: "shipping", pickupLocationId: null, maxDeliveryDays: null },
    ...{ tags: [], channel: null, customerTags: [] },
    destination: { ...nowhere, ...to },
    lines: [{ id: "1", sku: "parcel", quantity: 1, unitPrice: "0" }],
  };
  const stock = { locationId: "from", sku: "parcel", available: 1, safetyStock: 0 };
  const { parcels } = routeOrder({
    now: order.placedAt,
    network,
    items: [{ sku: "parcel", weightKg: 0, tags: [], unitCost: "0" }],
    stock: [{ ...stock, opportunityCost: "0" }],
    unitsLeftToday: {},
    order,
  });
  return parcels[0]?.distanceKm ?? 0;
}
