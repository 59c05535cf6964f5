import type { Actor } from "#app/shop-context.ts";

/** Owners and managers run every location; a store manager their own. */
export function mayManage(actor: Actor, locationId: string): boolean {
  switch (actor.role) {
    case "owner":
    case "manager":
    case "system":
      return true;
    case "store_manager":
      return actor.locationId === locationId;
    case "associate":
      return false;
  }
}
