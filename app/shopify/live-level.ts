/** Where an item may be. Ids are the numeric part as text. */
export interface LevelKey {
  readonly inventoryItemId: string;
  readonly locationId: string;
}

/** Stock of an item at a location as Shopify has it now, in units; `available` may be negative. */
export interface LiveLevel extends LevelKey {
  readonly available: number;
  readonly committed: number;
  readonly onHand: number;
  /** ISO 8601: when `available` last changed; null when Shopify does not say. */
  readonly updatedAt: string | null;
}

export interface RawQuantity {
  readonly name: string;
  readonly quantity: number;
  readonly updatedAt: string | null;
}

/** Picks available, committed and on_hand out of Shopify's list of named quantities. */
export function readQuantities(key: LevelKey, quantities: readonly RawQuantity[]): LiveLevel {
  const named = (name: string) => quantities.find((quantity) => quantity.name === name);
  return {
    inventoryItemId: key.inventoryItemId,
    locationId: key.locationId,
    available: named("available")?.quantity ?? 0,
    committed: named("committed")?.quantity ?? 0,
    onHand: named("on_hand")?.quantity ?? 0,
    updatedAt: named("available")?.updatedAt ?? null,
  };
}
