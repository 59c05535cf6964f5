import type { Actor } from "#app/shop-context.ts";

/** What shipping costs is the shop's own affair: owners and managers set it. */
export function mayChangeRates({ role }: Actor): boolean {
  return role === "owner" || role === "manager" || role === "system";
}
