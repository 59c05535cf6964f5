/** Three answers to "may orders ship from here?". */
export const pooledOptions = [
  { value: "inherit", label: "Inherit" },
  { value: "in", label: "In the pool" },
  { value: "out", label: "Not in the pool" },
] as const;

/** A stored answer as the form writes it. */
export function pooledValue(pooled: boolean | null): "inherit" | "in" | "out" {
  if (pooled === null) return "inherit";
  return pooled ? "in" : "out";
}
