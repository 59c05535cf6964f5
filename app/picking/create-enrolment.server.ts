import { randomInt } from "node:crypto";
import { inShop } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { hashSecret } from "./hash-secret.ts";
import { mayManageDevices } from "./may-manage-devices.ts";

/** 32 characters nobody mistakes for one another: 5 bits each, 50 in a code. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const codeLength = 10;
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

/** What people type: any case, with or without the dash. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}

function makeCode(): string {
  const characters = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]);
  return `${characters.slice(0, 5).join("")}-${characters.slice(5).join("")}`;
}
