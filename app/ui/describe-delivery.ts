const words: Readonly<Record<string, string>> = {
  shipping: "Ship",
  local: "Local delivery",
  pickup: "Customer collects",
};

/** What happens to a packed task: "Ship", "Local delivery", "Customer collects". */
export function describeDelivery(deliveryMethod: string): string {
  return words[deliveryMethod] ?? deliveryMethod;
}

/** "1 unit", "3 units". */
export function describeUnits(units: number): string {
  return units === 1 ? "1 unit" : `${units.toLocaleString("en-US")} units`;
}
