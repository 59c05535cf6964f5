import { inShop } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { makeCode, normaliseCode } from "./enrolment-code.ts";
import { hashSecret } from "./hash-secret.ts";
import { mayManageDevices } from "./may-manage-devices.ts";

const minutesValid = 15;

export type Enrolment =
  | {
      readonly ok: true;
      readonly deviceId: string;
      /** Shown once, such as "7KQ2M-XW4PD"; we keep only its hash. */
      readonly code: string;
      /** What to open on the device. */
      readonly path: string;
      readonly untilAt: Date;
    }
  | { readonly ok: false; readonly because: "not_found" };

/**
 * A manager prepares a phone or tablet for one location: a code that enrols one device once, within
 * 15 minutes. "not_found" for an unknown location and for who may not manage its devices.
 */
export async function createEnrolment(
  shop: ShopContext,
  { locationId, name }: { readonly locationId: string; readonly name: string },
): Promise<Enrolment> {
  const { shopId, actor } = shop;
  if (!mayManageDevices(actor, locationId)) return { ok: false, because: "not_found" };
  const at = shop.clock.now();
  const untilAt = new Date(at.getTime() + minutesValid * 60_000);
  const code = makeCode();
  return inShop(shop, async (tx) => {
    const location = await tx.location.findFirst({ where: { shopId, locationId } });
    if (!location) return { ok: false, because: "not_found" };
    const secrets = { enrolHash: hashSecret(normaliseCode(code)), enrolUntilAt: untilAt };
    const { deviceId } = await tx.storeDevice.create({
      data: { shopId, locationId, name, createdAt: at, createdBy: actor.name, ...secrets },
    });
    const subject = `device ${deviceId}`;
    const detail = { locationId, name };
    await tx.auditEntry.create({
      data: { shopId, at, actor: actor.name, action: "device_prepared", subject, detail },
    });
    const path = `/store/enrol?shop=${encodeURIComponent(shopId)}`;
    return { ok: true, deviceId, code, path, untilAt };
  });
}
