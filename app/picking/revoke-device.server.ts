import { inShop } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { mayManageDevices } from "./may-manage-devices.ts";

export type RevokeOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly because: "not_found" };

/** Shuts a lost or retired device out at its next request. A repeat changes nothing. */
export async function revokeDevice(shop: ShopContext, deviceId: string): Promise<RevokeOutcome> {
  const { shopId, actor } = shop;
  const at = shop.clock.now();
  return inShop(shop, async (tx) => {
    const device = await tx.storeDevice.findUnique({
      where: { shopId_deviceId: { shopId, deviceId } },
    });
    if (!device || !mayManageDevices(actor, device.locationId)) {
      return { ok: false, because: "not_found" };
    }
    const { count } = await tx.storeDevice.updateMany({
      where: { shopId, deviceId, revokedAt: null },
      data: { revokedAt: at, enrolHash: null, secretHash: null },
    });
    if (count === 0) return { ok: true, changed: false };
    const { locationId, name } = device;
    const subject = `device ${deviceId}`;
    await tx.auditEntry.create({
      data: {
        shopId,
        at,
        actor: actor.name,
        action: "device_revoked",
        subject,
        detail: { locationId, name },
      },
    });
    return { ok: true, changed: true };
  });
}
