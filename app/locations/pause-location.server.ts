import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LocationWrite } from "./location-write.ts";
import { mayManage } from "./may-manage.ts";

export interface Pause {
  /** When it opens again by itself; null: when someone resumes it. */
  readonly until: Date | null;
  /** Shown to people, such as "short-staffed". */
  readonly reason: string;
}

/** The location gets no new orders until the pause ends; what it was given stays with it. */
export async function pauseLocation(
  shop: ShopContext,
  locationId: string,
  { until, reason }: Pause,
): Promise<LocationWrite> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    const { count } = await tx.location.updateMany({
      where: { shopId, locationId },
      data: { paused: true, pausedUntil: until, pausedReason: reason },
    });
    if (count === 0) return { ok: false, because: "not_found" };
    if (until) {
      const afterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
      const wake = { shopId, events: ["location_reopened"] };
      await enqueue(tx, "wake-exceptions", wake, { afterSeconds });
    }
    const detail = { until: until?.toISOString() ?? null, reason };
    const entry = { actor: actor.name, action: "location_paused", subject: locationId, detail };
    await tx.auditEntry.create({ data: { shopId, at: now, ...entry } });
    return { ok: true };
  });
}
