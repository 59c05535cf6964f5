import type { Actor } from "../shop-context.ts";

/** Owners and managers everywhere, a store manager at home, associates nowhere. */
export function mayManageDevices(actor: Actor, locationId: string): boolean {
  if (actor.role === "associate") return false;
  return actor.role !== "store_manager" || actor.locationId === locationId;
}
