import type { CapacityLeft } from "#app/locations/capacity.ts";
import type { TrialCell, TrialItem, TrialOrder } from "#app/orders/try-order.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Network } from "#app/routing/snapshot.ts";

/** Units of a past order's line as Shopify placed or shipped them. */
export interface PlacedUnits {
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly locationId: string;
  readonly units: number;
}

/** An order of the past, as it was placed. */
export interface PastOrder {
  readonly orderId: string;
  readonly name: string;
  /** ISO 8601. */
  readonly placedAt: string;
  readonly trial: TrialOrder;
  /** What the customer paid for shipping, in the shop's currency. */
  readonly shippingCharged: string;
  /** Empty where Shopify's placement is not known. */
  readonly placed: readonly PlacedUnits[];
}

/** Stock of an item at a location before the first order. May be negative: Shopify oversells. */
export interface OpeningStock {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly cell: Readonly<TrialCell>;
}

/** A known change of stock that no order made: a delivery, a count, a correction. */
export interface StockMovement {
  /** ISO 8601. */
  readonly at: string;
  readonly inventoryItemId: string;
  readonly locationId: string;
  /** Positive: came in. */
  readonly units: number;
}

/** What a location may be given on one of its own calendar days. */
export interface DailyLimit {
  readonly locationId: string;
  readonly timeZone: string;
  /** Of a whole day. */
  readonly capacity: CapacityLeft;
}

/** Everything past orders are decided again in; nothing of it is live. */
export interface ReplayWorld {
  /** By time of placing. */
  readonly orders: readonly PastOrder[];
  readonly items: ReadonlyMap<string, TrialItem>;
  readonly opening: readonly OpeningStock[];
  /** By time. */
  readonly movements: readonly StockMovement[];
  readonly limits: readonly DailyLimit[];
  /** Locations the merchant took out of the pool. */
  readonly outsidePool: ReadonlySet<string>;
  /** The network as it stood then; its ruleset is replaced by each variant's. */
  readonly networkAt: (at: Date) => Network;
}

/** One way of deciding all orders; without a ruleset it is Shopify's own routing, re-enacted. */
export interface Variant {
  readonly key: string;
  /** "Today's rules", "Draft: Holidays", "Shopify's own routing". */
  readonly name: string;
  readonly ruleset: Ruleset | null;
}

/** The one switch of the past: what would have been if… Every variant is replayed under it. */
export interface Switches {
  readonly closedLocationIds: readonly string[];
  /** Every order is placed this many times. */
  readonly demandFactor: number;
  /** A service of the rate card, or null for all of them. */
  readonly dearerService: string | null;
  /** Percent by which its parcels cost more; 0 changes nothing. */
  readonly dearerPercent: number;
}

export const asItWas: Switches = {
  closedLocationIds: [],
  demandFactor: 1,
  dearerService: null,
  dearerPercent: 0,
};
