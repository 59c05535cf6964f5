import { SAMPLE_WAREHOUSES } from "../locations/add-sample-locations.ts";
import type { ShopState } from "../shop/state.ts";
import { openLevel } from "./open-level.ts";

const WAREHOUSE_CARRIES_ITEM = 0.75;
const STORE_CARRIES_ITEM = 0.7;
const STORE_IS_SOLD_OUT = 0.15;

/** Deep stock of most items at the warehouses; at stores some items, a few units each, some sold out. */
export function stockSample(shop: ShopState, random: () => number): void {
  const locations = [...shop.locations.values()];
  for (const item of shop.inventoryItems.values()) {
    locations.forEach((location, index) => {
      if (index < SAMPLE_WAREHOUSES && random() < WAREHOUSE_CARRIES_ITEM) {
        openLevel(shop, item.id, location.id).units.available = 150 + Math.floor(random() * 350);
      } else if (index >= SAMPLE_WAREHOUSES && random() < STORE_CARRIES_ITEM) {
        const units = random() < STORE_IS_SOLD_OUT ? 0 : 1 + Math.floor(random() * 12);
        openLevel(shop, item.id, location.id).units.available = units;
      }
    });
  }
}
