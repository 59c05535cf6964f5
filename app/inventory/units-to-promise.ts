interface Shelf {
  /** Shopify's `available`: may be negative when oversold. */
  readonly available: number;
  readonly safetyStock: number;
  /** Held by decisions that Shopify's quantities do not show yet. */
  readonly reserved: number;
  readonly pooled?: boolean;
  /** The part of the rest that picks and counts bear out; null: all of it. */
  readonly discount?: { readonly found: number; readonly tries: number } | null;
}

/** Units a new order may be given here, as the engine counts them; never below zero. */
export function unitsToPromise(shelf: Shelf): number {
  if (shelf.pooled === false) return 0;
  const units = Math.max(0, shelf.available - shelf.safetyStock - shelf.reserved);
  return units - unitsDoubted(units, shelf.discount ?? null);
}

/** Of `units` above safety stock, those that may well not be there: units - floor(units x rate). */
export function unitsDoubted(
  units: number,
  discount: { readonly found: number; readonly tries: number } | null,
): number {
  if (discount === null || units <= 0) return 0;
  return units - Math.floor((units * discount.found) / discount.tries);
}
