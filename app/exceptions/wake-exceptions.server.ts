import type { Clock } from "#app/clock.ts";
import { systemClock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";

/**
 * Job `wake-exceptions`: routes again every order whose open exception waits for one of these events. The
 * exception itself is closed by the routing that settles it. Safe to repeat.
 */
export async function wakeExceptions(
  { shopId, events }: JobPayloads["wake-exceptions"],
  clock: Clock = systemClock,
): Promise<void> {
  await inShop({ shopId }, async (tx) => {
    // Orders are locked in the order of their ids, as everywhere; `dirty_at` never goes back.
    const woken = await tx.$executeRaw`
      with waiting as (
        select o.order_id from orders o
        where o.shop_id = ${shopId} and o.status not in ('cancelled', 'fulfilled')
          and o.order_id in (select e.order_id from exceptions e
            where e.shop_id = ${shopId} and e.status = 'open' and e.wake_on && ${events}::text[])
        order by o.order_id for no key update
      )
      update orders o set dirty_reason = ${describeEvent(events[0] ?? "")},
        dirty_at = greatest(${clock.now()}, o.dirty_at + interval '1 millisecond')
      from waiting where o.shop_id = ${shopId} and o.order_id = waiting.order_id`;
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
    capacity_freed: "a location can take more again",
  };
  return words[name] ?? name.replaceAll("_", " ");
}
