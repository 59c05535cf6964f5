/** One difference between two rulesets, as sentences. */
export interface Change {
  readonly kind: "added" | "removed" | "changed" | "moved";
  /** What it is about: `Guardrail “fragile”`, `Lane “pickup”`, `When nothing fits`. */
  readonly subject: string;
  /** How it read; absent for what was added. */
  readonly before?: string;
  /** How it reads now; absent for what was removed. */
  readonly after?: string;
}
