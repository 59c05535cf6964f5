import { inShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
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
      data: toColumns(settings),
    });
    if (count === 0) return { ok: false, because: "not_found" };
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
    const entry = { actor: actor.name, action: "location_updated", subject: locationId };
    const detail = settings as unknown as Prisma.InputJsonObject;
    await tx.auditEntry.create({ data: { shopId, at: shop.clock.now(), ...entry, detail } });
    return { ok: true };
  });
}

function toColumns(settings: LocationSettings): Prisma.LocationUpdateManyMutationInput {
  return {
    ...settings,
    groups: [...new Set(settings.groups)],
    tags: [...new Set(settings.tags)],
    holidaysOpen: [...new Set(settings.holidaysOpen)],
  };
}
