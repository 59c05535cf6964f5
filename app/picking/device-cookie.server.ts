import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { openSecret, sealSecret } from "../shopify/seal-secret.server.ts";

/** What an enrolled device carries. It cannot read or change it: it is sealed with the app's key. */
export interface DeviceSession {
  readonly shopId: string;
  readonly deviceId: string;
  /** Proves the device; we keep its hash. */
  readonly secret: string;
  /** Who holds the device now. */
  readonly associate: string;
}

const session = z.object({
  shopId: z.string(),
  deviceId: z.string(),
  secret: z.string(),
  associate: z.string(),
});

/** `__Host-`: HTTPS only, this very host only, whole site. Lax: not sent with foreign posts. */
const cookie = createCookie("__Host-backroom", {
  httpOnly: true,
  secure: true,
  sameSite: "lax",
  path: "/",
  maxAge: 180 * 24 * 3600,
});

/** The Set-Cookie header that makes a browser an enrolled device. */
export async function writeDeviceCookie(device: DeviceSession): Promise<string> {
  return cookie.serialize(sealSecret(JSON.stringify(device)));
}

/** The device a request comes from, or null when its cookie is absent, foreign or tampered with. */
export async function readDeviceCookie(request: Request): Promise<DeviceSession | null> {
  try {
    const sealed: unknown = await cookie.parse(request.headers.get("cookie"));
    return typeof sealed === "string" ? session.parse(JSON.parse(openSecret(sealed))) : null;
  } catch {
    return null;
  }
}
