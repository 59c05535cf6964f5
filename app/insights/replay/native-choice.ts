import type { Location, Order } from "#app/routing/snapshot.ts";

/** Units of an order line that a location can give. */
export interface NativeUnits {
  readonly lineId: string;
  readonly sku: string;
  readonly locationId: string;
  readonly units: number;
}

export interface NativeChoice {
  readonly placed: readonly NativeUnits[];
  /** Lines no location has in full: Shopify oversells them somewhere. */
  readonly oversold: readonly { readonly lineId: string; readonly units: number }[];
}

type Line = Order["lines"][number];

/** Units of a SKU that a location may give as Shopify sees it: no safety stock, no capacity. */
export type AvailableAt = (locationId: string, sku: string) => number;

/**
 * Re-enacts Shopify's own order routing with its default rules, in their order: fewest shipments,
 * stay in the destination's market, closest location, then the merchant's ranking; a line is never
 * cut. Shopify documents the rules, not the search (help.shopify.com, "Order routing"): here each
 * step takes the location that fills most of the lines left. A pickup stays where it was chosen.
 */
export function chooseNatively(
  order: Order,
  locations: readonly Location[],
  available: AvailableAt,
  distanceTo: (location: Location) => number,
): NativeChoice {
  const candidates = rank(order, locations, distanceTo);
  let left: readonly Line[] = order.lines;
  const placed: NativeUnits[] = [];
  while (left.length > 0) {
    const best = pickFullest(candidates, left, available);
    if (best === null) break;
    placed.push(...best.lines.map((line) => toUnits(line, best.locationId)));
    left = left.filter((line) => !best.lines.includes(line));
  }
  return { placed, oversold: left.map(({ id, quantity }) => ({ lineId: id, units: quantity })) };
}

function toUnits({ id, sku, quantity }: Line, locationId: string): NativeUnits {
  return { lineId: id, sku, locationId, units: quantity };
}

function rank(
  order: Order,
  locations: readonly Location[],
  distanceTo: (location: Location) => number,
): readonly Location[] {
  const open = locations.filter(({ paused }) => !paused);
  if (order.deliveryMethod === "pickup") {
    return open.filter(({ id }) => id === order.pickupLocationId);
  }
  const { countryCode } = order.destination;
  return open
    .map((location) => ({
      location,
      abroad: location.countryCode === countryCode ? 0 : 1,
      distance: distanceTo(location),
    }))
    .sort(
      (a, b) =>
        a.abroad - b.abroad ||
        compareDistance(a.distance, b.distance) ||
        a.location.rank - b.location.rank ||
        (a.location.id < b.location.id ? -1 : 1),
    )
    .map(({ location }) => location);
}

/** Unknown distances are infinite, and two infinities are equal. */
function compareDistance(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function pickFullest(
  candidates: readonly Location[],
  left: readonly Line[],
  available: AvailableAt,
): { readonly locationId: string; readonly lines: readonly Line[] } | null {
  let best: { locationId: string; lines: readonly Line[] } | null = null;
  for (const { id } of candidates) {
    const lines = linesFilled(id, left, available);
    if (lines.length > (best?.lines.length ?? 0)) best = { locationId: id, lines };
    if (lines.length === left.length) break;
  }
  return best;
}

/** The lines a location fills whole; lines of one SKU share its stock. */
function linesFilled(
  locationId: string,
  lines: readonly Line[],
  available: AvailableAt,
): readonly Line[] {
  const used = new Map<string, number>();
  return lines.filter(({ sku, quantity }) => {
    const before = used.get(sku) ?? 0;
    if (before + quantity > available(locationId, sku)) return false;
    used.set(sku, before + quantity);
    return true;
  });
}
