import type { Actor } from "#app/shop-context.ts";

/** What holds for the whole shop is for owners and managers; a store manager has one location. */
export function mayChangePool({ role }: Actor): boolean {
  return role === "owner" || role === "manager" || role === "system";
}
