import type { Actor } from "#app/shop-context.ts";

/** Owners and managers write the rules; the system publishes what they scheduled. Stores read them. */
export function mayChangeRules({ role }: Actor): boolean {
  return role === "owner" || role === "manager" || role === "system";
}
