/**
 * By how much the shadow has taken more units than live routing, since the run began: negative where it
 * took fewer. Orders that were cancelled have given theirs back in both worlds.
 */
export interface ShadowLedger {
  /** By `shelfKey`. */
  readonly shelves: ReadonlyMap<string, number>;
  /** By location, of orders decided since its midnight. */
  readonly today: ReadonlyMap<string, number>;
}

export function shelfKey(sku: string, locationId: string): string {
  return `${sku}\n${locationId}`;
}
