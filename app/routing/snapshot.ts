import type { DeliveryMethod, LocationType, RiskLevel, Ruleset } from "./ruleset.ts";

/**
 * The frozen world one order is decided in. Plain JSON, so that a stored decision can be replayed:
 * same snapshot, same plan, byte for byte, whatever the order of rows. Money is a decimal string in
 * `network.currency`, weights are kilograms, instants are ISO 8601 with an offset.
 */
export interface Snapshot {
  readonly now: string;
  readonly network: Network;
  /** The items of the order's lines. */
  readonly items: readonly Item[];
  /** Stock of the order's SKUs. No row, no stock. */
  readonly stock: readonly StockRow[];
  /** Capacity still free today, in units, by location id; an absent location has no limit. */
  readonly unitsLeftToday: Readonly<Record<string, number>>;
  readonly order: Order;
}

/**
 * What changes slowly and is shared by every order decided together. Pass the same object for the
 * same network: the engine compiles it once and remembers it by identity.
 */
export interface Network {
  readonly currency: string;
  /** IANA name of the shop's time zone, for those who fill in an order's `localTime` and `weekday`. */
  readonly timeZone?: string;
  readonly rates: readonly ServiceRates[];
  readonly splitPenalty: string;
  readonly locations: readonly Location[];
  readonly ruleset: Ruleset;
}

export interface ServiceRates {
  readonly service: string;
  readonly zones: readonly RateZone[];
}

/** A price that holds for a whole parcel up to a weight; null in the last, which has no end. */
export interface WeightStep {
  readonly upToKg: number | null;
  readonly price: string;
}

/** The first zone whose `upToKm` is at least the distance prices a parcel; null only in the last. */
export interface RateZone {
  readonly upToKm: number | null;
  readonly parcel: string;
  readonly perKg: string;
  /**
   * Instead of `parcel` and `perKg` by the unit: a parcel costs the first step its whole weight fits;
   * in the last step `perKg` is added for the weight above the last one named. Not in scenario files.
   */
  readonly steps?: readonly WeightStep[];
  readonly transitDays: number;
}

export interface Place {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  readonly postalCode: string | null;
}

/** When a parcel leaves a location. */
export interface ServiceTiming {
  /** Days before the parcel leaves, added to transit; 1 when past cutoff. */
  readonly processingDays: number;
  /** A parcel decided now would leave on a later day than one decided this morning. */
  readonly pastCutoff?: boolean;
}

export interface Location extends Place, ServiceTiming {
  readonly id: string;
  readonly name: string;
  readonly type: LocationType;
  readonly handlingPerParcel: string;
  readonly handlingPerUnit: string;
  readonly rank: number;
  readonly groups: readonly string[];
  readonly paused: boolean;
  /** Units a day; with `unitsLeftToday` it tells how loaded the location is. Absent or null: no limit. */
  readonly unitsPerDay?: number | null;
  /** Services with a cutoff of their own; all others go by the location's timing. */
  readonly byService?: Readonly<Record<string, ServiceTiming>>;
}

export interface Item {
  readonly sku: string;
  readonly weightKg: number;
  readonly tags: readonly string[];
  readonly unitCost: string;
  readonly productType?: string;
  readonly vendor?: string;
  /** Titles of the product's collections. */
  readonly collections?: readonly string[];
}

export interface StockRow {
  readonly locationId: string;
  readonly sku: string;
  /** May be negative: Shopify lets stock be oversold. */
  readonly available: number;
  readonly safetyStock: number;
  readonly opportunityCost: string;
  /** Whole days since these units arrived; absent where unknown. */
  readonly ageDays?: number;
  /** Whole days until they are sold at the present rate; absent where they hardly sell. */
  readonly daysOfCover?: number;
}

export interface Order {
  readonly id: string;
  readonly placedAt: string;
  readonly service: string;
  readonly deliveryMethod: DeliveryMethod;
  /** For pickup orders only, and required there. */
  readonly pickupLocationId: string | null;
  readonly destination: Place;
  /** The promise in days; null when none was made. */
  readonly maxDeliveryDays: number | null;
  readonly tags: readonly string[];
  readonly channel: string | null;
  readonly customerTags: readonly string[];
  readonly lines: readonly OrderLine[];
  /** Absent or null before Shopify's analysis. */
  readonly riskLevel?: RiskLevel | null;
  /** When it was placed in the shop's time zone: "HH:MM" and 1 (Monday) to 7. */
  readonly localTime?: string;
  readonly weekday?: number;
}

export interface OrderLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: string;
}
