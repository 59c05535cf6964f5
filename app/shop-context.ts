import type { Clock } from "./clock.ts";
import { systemClock } from "./clock.ts";

/** Who acts, and with which rights; every domain call gets this explicitly, first. */
export interface ShopContext {
  /** The myshopify.com domain, only ever taken from a verified session, webhook or device. */
  readonly shopId: string;
  readonly actor: Actor;
  readonly clock: Clock;
}

export type Role = "owner" | "manager" | "store_manager" | "associate" | "system";

export interface Actor {
  readonly role: Role;
  /** Shown in timelines: "backroom", a staff member's name, an associate's name. */
  readonly name: string;
  /** Set for store roles: the only location they may see and touch. */
  readonly locationId?: string;
}

export const backroom: Actor = { role: "system", name: "backroom" };

/** The context of background work for a shop. */
export function systemContext(shopId: string, clock: Clock = systemClock): ShopContext {
  return { shopId, actor: backroom, clock };
}
