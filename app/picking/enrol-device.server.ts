import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import { inShop } from "../db.server.ts";
import { writeDeviceCookie } from "./device-cookie.server.ts";
import { normaliseCode } from "./enrolment-code.ts";
import { hashSecret } from "./hash-secret.ts";

export interface EnrolRequest {
  /** From the address the manager gave; proven by the code, which is valid in that shop only. */
  readonly shopId: string;
  readonly code: string;
  /** The associate's name, for timelines. */
  readonly associate: string;
}

export type EnrolOutcome =
  | { readonly ok: true; readonly setCookie: string }
  /** Unknown, used up or too old: the same to whoever guesses. */
  | { readonly ok: false; readonly because: "invalid_code" };

/** Turns the browser that knows a manager's one-time code into the device of one location. */
export async function enrolDevice(
  { shopId, code, associate }: EnrolRequest,
  clock: Clock = systemClock,
): Promise<EnrolOutcome> {
  const enrolHash = hashSecret(normaliseCode(code));
  const secret = randomBytes(32).toString("base64url");
  const now = clock.now();
  const enrolled = await inShop({ shopId }, (tx) =>
    tx.storeDevice.updateManyAndReturn({
      where: { shopId, enrolHash, enrolUntilAt: { gt: now }, revokedAt: null },
      data: {
        enrolHash: null,
        enrolUntilAt: null,
        secretHash: hashSecret(secret),
        lastSeenAt: now,
      },
      select: { deviceId: true },
    }),
  );
  const deviceId = enrolled[0]?.deviceId;
  if (!deviceId) return { ok: false, because: "invalid_code" };
  const setCookie = await writeDeviceCookie({ shopId, deviceId, secret, associate });
  return { ok: true, setCookie };
}
