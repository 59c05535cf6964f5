/**
 * What a rejection does to the store's stock in Shopify: nothing, minus the rejected units, down to
 * zero (there is none at all), or the units become damaged ones.
 */
export type StockEffect = "none" | "minus_quantity" | "zero" | "damaged";

/** Whether the order is routed again by itself, or a person decides. */
export type RejectionPolicy = "reroute" | "exception";

export interface ReasonDefaults {
  readonly code: string;
  readonly label: string;
  readonly stockEffect: StockEffect;
  /** Hours in which the store is not offered this item again; 0: only this order stays away. */
  readonly coolOffHours: number;
  readonly policy: RejectionPolicy;
}

/** The list a new shop starts with, in the order an associate reads it. */
export const defaultRejectionReasons: readonly ReasonDefaults[] = [
  {
    code: "not_found",
    label: "Cannot find any",
    stockEffect: "zero",
    coolOffHours: 72,
    policy: "reroute",
  },
  {
    code: "too_few",
    label: "Fewer here than the system says",
    stockEffect: "minus_quantity",
    coolOffHours: 24,
    policy: "reroute",
  },
  {
    code: "damaged",
    label: "Damaged",
    stockEffect: "damaged",
    coolOffHours: 24,
    policy: "reroute",
  },
  {
    code: "wanted_in_store",
    label: "Needed for a customer in the store",
    stockEffect: "none",
    coolOffHours: 4,
    policy: "reroute",
  },
  {
    code: "no_time",
    label: "No time to pack it today",
    stockEffect: "none",
    coolOffHours: 0,
    policy: "reroute",
  },
  {
    code: "address_problem",
    label: "Cannot be sent to this address",
    stockEffect: "none",
    coolOffHours: 0,
    policy: "exception",
  },
];
