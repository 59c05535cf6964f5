import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PlaceAnswer } from "./find-place.server.ts";
import { findPlace } from "./find-place.server.ts";
import type { ServiceQuote } from "./quote-services.ts";
import { quoteServices } from "./quote-services.ts";
import { readRateCard } from "./read-rate-card.server.ts";

export interface EstimateRequest {
  /** A location's id; empty: from what `from` says. */
  readonly fromLocationId: string;
  readonly from: string;
  readonly to: string;
  /** Of the postal codes, ISO 3166-1. */
  readonly countryCode: string;
  readonly weightKg: number;
}

export interface Estimate {
  readonly from: string;
  readonly to: string;
  readonly quotes: readonly ServiceQuote[];
}

export type EstimateAnswer =
  | { readonly ok: true; readonly estimate: Estimate }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** What a parcel would cost and take by each service of the card in force, from address to address. */
export async function estimateShipping(
  shop: ShopContext,
  request: EstimateRequest,
): Promise<EstimateAnswer> {
  const { shopId } = shop;
  const { fromLocationId, from, to, countryCode, weightKg } = request;
  return inShop(shop, async (tx) => {
    const start = fromLocationId
      ? findLocation(await tx.location.findFirst({ where: { shopId, locationId: fromLocationId } }))
      : await findPlace(tx, shopId, from, countryCode);
    const end = await findPlace(tx, shopId, to, countryCode);
    if (!start.ok || !end.ok) {
      const field = fromLocationId ? "fromLocationId" : "from";
      return {
        ok: false,
        errors: {
          ...(start.ok ? {} : { [field]: start.message }),
          ...(end.ok ? {} : { to: end.message }),
        },
      };
    }
    const card = await readRateCard(tx, shop);
    const quotes = card
      ? quoteServices(card.rates, { from: start.place, to: end.place, weightKg })
      : [];
    return { ok: true, estimate: { from: start.place.label, to: end.place.label, quotes } };
  });
}

interface LocationPlace {
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function findLocation(location: LocationPlace | null): PlaceAnswer {
  if (!location) return { ok: false, message: "Choose a location." };
  const { name, latitude, longitude } = location;
  if (latitude === null || longitude === null) {
    return { ok: false, message: `Shopify has no coordinates of ${name}. Write them instead.` };
  }
  return { ok: true, place: { latitude, longitude, label: name } };
}
