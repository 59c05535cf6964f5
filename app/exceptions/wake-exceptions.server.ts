import type { Clock } from "#app/clock.ts";
import { systemClock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";

/**
 * Job `wake-exceptions`: routes again every order whose open exception waits for this event. The
 * exception itself is closed by the routing that settles it. Safe to repeat.
 */
export async function wakeExceptions(
  { shopId, event }: { readonly shopId: string; readonly event: string },
  clock: Clock = systemClock,
): Promise<void> {
  await inShop({ shopId }, async (tx) => {
    const woken = await tx.$executeRaw`
      update orders o set dirty_at = ${clock.now()}, dirty_reason = ${describeEvent(event)}
      where o.shop_id = ${shopId} and o.status not in ('cancelled', 'fulfilled')
        and o.order_id in (select e.order_id from exceptions e
          where e.shop_id = ${shopId} and e.status = 'open' and ${event} = any(e.wake_on))`;
    if (woken > 0) await enqueue(tx, "route-orders", { shopId });
  });
}

/** The event as the reason for a routing, such as "stock arrived". */
function describeEvent(event: string): string {
  const [name = event] = event.split(":");
  const words: Readonly<Record<string, string>> = {
    stock_changed: "stock arrived",
    rule_published: "the rules changed",
    location_reopened: "a location opened again",
    order_changed: "the order changed",
  };
  return words[name] ?? name.replaceAll("_", " ");
}
