import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayManage } from "#app/locations/may-manage.ts";

export type TrustOutcome =
  { readonly ok: true } | { readonly ok: false; readonly because: "not_found" | "nothing_counted" };

/**
 * The group has been counted at the location: what happened before no longer speaks against it, and
 * it comes back into the pool. At least one shelf must have been counted since the last time, and
 * the tries start from zero.
 */
export async function trustAgain(
  shop: ShopContext,
  locationId: string,
  groupId: string,
): Promise<TrustOutcome> {
  const { shopId, actor, clock } = shop;
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    const key = { shopId, locationId, groupId };
    const known = await tx.poolAccuracy.findUnique({
      where: { shopId_locationId_groupId: key },
    });
    if (!known) return { ok: false, because: "not_found" };
    if (known.rightCounts + known.wrongCounts === 0) {
      return { ok: false, because: "nothing_counted" };
    }
    await tx.poolAccuracy.update({
      where: { shopId_locationId_groupId: key },
      data: {
        ...{ foundUnits: 0, missingUnits: 0, damagedUnits: 0, rightCounts: 0, wrongCounts: 0 },
        sinceAt: clock.now(),
      },
    });
    await enqueue(tx, "measure-accuracy", { shopId });
    const entry = { actor: actor.name, action: "trusted_again", subject: locationId };
    await tx.auditEntry.create({
      data: { shopId, at: clock.now(), ...entry, detail: { groupId } },
    });
    return { ok: true };
  });
}
