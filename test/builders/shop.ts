import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { Actor, ShopContext } from "#app/shop-context.ts";
import { backroom } from "#app/shop-context.ts";

export const testNow = new Date("2026-11-21T15:00:00Z");

/** A clock that stands still until told otherwise. */
export function fixedClock(start: Date = testNow): Clock & { set(at: Date): void } {
  let now = start;
  return { now: () => now, set: (at) => void (now = at) };
}

/** A context for domain calls in tests; the shop row need not exist. */
export function shopContext(shopId = "test.myshopify.com", actor: Actor = backroom): ShopContext {
  return { shopId, actor, clock: fixedClock() };
}

/** Inserts an installed shop and returns its context. */
export async function installedShop(shopId = "test.myshopify.com"): Promise<ShopContext> {
  const shop = shopContext(shopId);
  await inShop(shop, (tx) =>
    tx.shop.create({
      data: { shopId, name: "Test shop", installedAt: testNow, firstSync: "done" },
    }),
  );
  return shop;
}
