/** How a value is typed: the text kinds hold one text, the lists any number. */
export type FieldInput =
  | { readonly kind: "list"; readonly suggest?: string }
  | { readonly kind: "choices"; readonly choices: ChoiceList }
  | { readonly kind: "number"; readonly unit: string }
  | { readonly kind: "money" }
  | { readonly kind: "time" }
  | { readonly kind: "text" }
  | { readonly kind: "places" }
  | { readonly kind: "flag" };

export type ChoiceList =
  "deliveryMethods" | "riskLevels" | "weekdays" | "locationTypes" | "locations";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices that are the same in every shop; `locations` are the shop's. */
export const fixedChoices: Readonly<Record<Exclude<ChoiceList, "locations">, readonly Choice[]>> = {
  deliveryMethods: [
    { value: "shipping", label: "Shipping" },
    { value: "local", label: "Local delivery" },
    { value: "pickup", label: "Pickup in store" },
  ],
  riskLevels: [
    { value: "low", label: "Low" },
    { value: "medium", label: "Medium" },
    { value: "high", label: "High" },
  ],
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
    (label, at) => ({ value: String(at + 1), label }),
  ),
  locationTypes: [
    { value: "store", label: "Stores" },
    { value: "warehouse", label: "Warehouses" },
    { value: "third_party", label: "Third-party warehouses" },
    { value: "vendor", label: "Drop-ship vendors" },
  ],
};
