import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LocationWrite } from "./location-write.ts";
import { mayManage } from "./may-manage.ts";

/** Ends a pause at once; orders that wait for an open location are looked at again. */
export async function resumeLocation(
  shop: ShopContext,
  locationId: string,
): Promise<LocationWrite> {
  const { shopId, actor } = shop;
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    const { count } = await tx.location.updateMany({
      where: { shopId, locationId },
      data: { paused: false, pausedUntil: null, pausedReason: "" },
    });
    if (count === 0) return { ok: false, because: "not_found" };
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
    const entry = { actor: actor.name, action: "location_resumed", subject: locationId };
    await tx.auditEntry.create({ data: { shopId, at: shop.clock.now(), ...entry } });
    return { ok: true };
  });
}
