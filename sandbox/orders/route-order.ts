import { isStocked, levelOf } from "../inventory/open-level.ts";
import type { Address, Location } from "../locations/location.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { distanceKm } from "./distance.ts";

/** A line to place: its item is what is stocked. */
export interface LineToRoute {
  lineItemId: Id;
  itemId: Id;
  quantity: number;
}

export interface RoutedGroup {
  locationId: Id;
  lines: LineToRoute[];
}

/** Active locations that fulfil online orders, in the merchant's ranking. */
export function rankedLocations(shop: ShopState): Location[] {
  return [...shop.locations.values()]
    .filter(({ active, fulfillsOnlineOrders }) => active && fulfillsOnlineOrders)
    .sort((one, other) => one.priority - other.priority);
}

/**
 * Shopify's own routing with its default rules: fewest locations, then the destination's country,
 * then the closest, then the merchant's ranking. A line's quantity is never split; what no location
 * has in full goes to the highest-priority location that stocks it. Shopify documents the rules,
 * not the search; here each step takes the location that fills the most lines that are left.
 */
export function routeNatively(
  shop: ShopState,
  lines: readonly LineToRoute[],
  destination: Address | null,
  candidates: readonly Location[] = rankedLocations(shop),
): RoutedGroup[] {
  const preferred = byPreference(candidates, destination);
  const groups = new Map<Id, LineToRoute[]>();
  let left = [...lines];
  while (left.length > 0) {
    const best = bestLocation(shop, preferred, left);
    if (best === undefined) break;
    groups.set(best.id, [...(groups.get(best.id) ?? []), ...best.filled]);
    left = left.filter((line) => !best.filled.includes(line));
  }
  for (const line of left) {
    const fallback = candidates.find(({ id }) => isStocked(shop, line.itemId, id)) ?? candidates[0];
    if (fallback === undefined) throw new Error("The shop has no location to fulfil from");
    groups.set(fallback.id, [...(groups.get(fallback.id) ?? []), line]);
  }
  return [...groups].map(([locationId, groupLines]) => ({ locationId, lines: groupLines }));
}

function byPreference(candidates: readonly Location[], destination: Address | null): Location[] {
  const ranked = candidates.map((location, rank) => ({
    location,
    rank,
    abroad: location.address.countryCode === (destination?.countryCode ?? "US") ? 0 : 1,
    km: distanceKm(destination, location.address),
  }));
  ranked.sort(
    (one, other) =>
      one.abroad - other.abroad || compareKm(one.km, other.km) || one.rank - other.rank,
  );
  return ranked.map(({ location }) => location);
}

function compareKm(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

function bestLocation(
  shop: ShopState,
  preferred: readonly Location[],
  left: readonly LineToRoute[],
): { id: Id; filled: LineToRoute[] } | undefined {
  let best: { id: Id; filled: LineToRoute[] } | undefined;
  for (const { id } of preferred) {
    const filled = filledAt(shop, id, left);
    if (filled.length > (best?.filled.length ?? 0)) best = { id, filled };
    if (filled.length === left.length) break;
  }
  return best;
}

/** The lines a location can fill whole; lines of one item share its stock. */
function filledAt(shop: ShopState, locationId: Id, lines: readonly LineToRoute[]): LineToRoute[] {
  const used = new Map<Id, number>();
  return lines.filter((line) => {
    const before = used.get(line.itemId) ?? 0;
    if (line.quantity > unitsFor(shop, line.itemId, locationId) - before) return false;
    used.set(line.itemId, before + line.quantity);
    return true;
  });
}

function unitsFor(shop: ShopState, itemId: Id, locationId: Id): number {
  if (shop.inventoryItems.get(itemId)?.tracked === false) return Infinity;
  const level = levelOf(shop, itemId, locationId);
  return level?.active === true ? level.units.available : 0;
}
