interface Shelf {
  /** Shopify's `available`: may be negative when oversold. */
  readonly available: number;
  readonly safetyStock: number;
  /** Held by decisions that Shopify's quantities do not show yet. */
  readonly reserved: number;
}

/** Units a new order may be given here, as the engine counts them; never below zero. */
export function unitsToPromise({ available, safetyStock, reserved }: Shelf): number {
  return Math.max(0, available - safetyStock - reserved);
}
