const labels: Readonly<Record<string, string>> = {
  store: "Store",
  warehouse: "Warehouse",
  third_party: "Third-party warehouse",
  vendor: "Drop-ship vendor",
};

/** The kinds of location as choices of a select. */
export const locationTypeOptions = Object.entries(labels).map(([value, label]) => ({
  value,
  label,
}));

/** "Store", "Third-party warehouse". */
export function describeLocationType(type: string): string {
  return labels[type] ?? type;
}
