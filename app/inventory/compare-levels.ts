import type { LiveLevel } from "#app/shopify/live-level.ts";

/** A row of the mirror, as the audit needs it. */
export interface MirroredLevel {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly shopifyUpdatedAt: Date | null;
}

/** One difference between the mirror and Shopify; null where there is no row. */
export interface Drift {
  readonly what: "available";
  /** `<item id>@<location id>`. */
  readonly id: string;
  readonly ours: number | null;
  readonly shopifys: number | null;
}

/** A webhook may be this late without anything being wrong. */
const patienceMs = 2 * 60_000;

/**
 * Where the mirror is wrong about `available`. Not counted: what we know to be newer than the
 * reading, and changes so fresh that their webhook may still be on its way. Committed and on hand
 * are not compared, webhooks never tell them.
 */
export function compareLevels(
  ours: readonly MirroredLevel[],
  shopifys: readonly LiveLevel[],
  now: Date,
): Drift[] {
  const mirror = new Map(ours.map((level) => [shelfOf(level), level]));
  return shopifys.flatMap((reading) => {
    const known = mirror.get(shelfOf(reading));
    if (known?.available === reading.available || !isSettled(reading, known, now)) return [];
    return {
      what: "available" as const,
      id: shelfOf(reading),
      ours: known?.available ?? null,
      shopifys: reading.available,
    };
  });
}

/** `<item id>@<location id>`, how findings and maps name one item at one location. */
export function shelfOf(level: { inventoryItemId: string; locationId: string }): string {
  return `${level.inventoryItemId}@${level.locationId}`;
}

function isSettled(reading: LiveLevel, known: MirroredLevel | undefined, now: Date): boolean {
  if (reading.updatedAt === null) return true;
  const changedAt = Date.parse(reading.updatedAt);
  // Readings are dated to the second, webhooks more finely.
  if (known?.shopifyUpdatedAt && known.shopifyUpdatedAt.getTime() >= changedAt + 1_000)
    return false;
  return changedAt <= now.getTime() - patienceMs;
}
