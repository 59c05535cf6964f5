/** Units of a line item in open fulfillment orders, where Shopify has them now. */
export interface StandingUnits {
  readonly lineItemId: string;
  /** Null for lines without a product in the catalogue. */
  readonly inventoryItemId: string | null;
  readonly locationId: string;
  readonly units: number;
}

/** Units an associate has accepted: they stay where they are, whatever is decided. */
export interface KeptUnits {
  readonly lineItemId: string;
  readonly locationId: string;
  readonly units: number;
}
