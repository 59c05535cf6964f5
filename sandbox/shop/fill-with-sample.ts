import type { ShopState } from "./state.ts";
import { addCatalogue } from "../products/add-catalogue.ts";
import { addSampleLocations } from "../locations/add-sample-locations.ts";
import { stockSample } from "../inventory/stock-sample.ts";
import { addPastOrders } from "../orders/add-past-orders.ts";
import { seededRandom } from "./random.ts";

export interface SampleSize {
  /** Locations, at least 8; the first eight are always the same. Default 8. */
  locations?: number;
  /** Times the catalogue of 60 variants is repeated. Default 1. */
  catalogueCopies?: number;
  /** Orders of the last 60 days. Default none. */
  pastOrders?: number;
}

/**
 * Fills an empty shop with an outdoor retailer: two warehouses with deep stock and stores with
 * sparse stock, in real US cities. The same seed and size give the same shop.
 */
export function fillWithSample(shop: ShopState, size: SampleSize): void {
  const random = seededRandom(shop.seed);
  addSampleLocations(shop, size.locations ?? 8);
  addCatalogue(shop, size.catalogueCopies ?? 1);
  stockSample(shop, random);
  addPastOrders(shop, size.pastOrders ?? 0);
}
