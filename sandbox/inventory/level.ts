import type { Id } from "../shop/state.ts";

/** The states that make up on_hand; source: Shopify, "Inventory management - quantities states". */
export const ON_HAND_STATES = [
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety_stock",
  "quality_control",
] as const;

export type StockState = (typeof ON_HAND_STATES)[number] | "incoming";

/** Units of one inventory item at one location, by state. `on_hand` is their sum, never stored. */
export interface InventoryLevel {
  id: Id;
  inventoryItemId: Id;
  locationId: Id;
  active: boolean;
  units: Record<StockState, number>;
  createdAt: string;
  updatedAt: string;
}

/** on_hand = available + committed + reserved + damaged + safety_stock + quality_control. */
export function onHand(level: InventoryLevel): number {
  return ON_HAND_STATES.reduce((sum, state) => sum + level.units[state], 0);
}
