import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LocationSettings } from "./location-settings.ts";
import type { LocationWrite } from "./location-write.ts";
import { mayManage } from "./may-manage.ts";

/**
 * Stores a location's settings, checked by `locationSettings`; the next decision uses them. What is
 * decided already stays, but orders no location could take are looked at again.
 */
export async function updateLocation(
  shop: ShopContext,
  locationId: string,
  settings: LocationSettings,
): Promise<LocationWrite> {
  const { shopId, actor } = shop;
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    const { count } = await tx.location.updateMany({
      where: { shopId, locationId },
      data: { ...settings, groups: [...new Set(settings.groups)] },
    });
    if (count === 0) return { ok: false, because: "not_found" };
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
    const detail = { ...settings };
    const entry = { actor: actor.name, action: "location_updated", subject: locationId, detail };
    await tx.auditEntry.create({ data: { shopId, at: shop.clock.now(), ...entry } });
    return { ok: true };
  });
}
