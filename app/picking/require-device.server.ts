import { redirect } from "@remix-run/node";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import { inShop } from "../db.server.ts";
import { env } from "../env.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { DeviceSession } from "./device-cookie.server.ts";
import { readDeviceCookie } from "./device-cookie.server.ts";
import { isSecret } from "./hash-secret.ts";

/**
 * The associate who holds an enrolled device, with their one location. Throws a Response: 403 when a
 * write comes from another site, a redirect to `/store/enrol` when the browser is no enrolled device
 * any more.
 */
export async function requireDevice(
  request: Request,
  clock: Clock = systemClock,
): Promise<ShopContext> {
  if (!isSameOrigin(request)) throw new Response("Forbidden", { status: 403 });
  const session = await readDeviceCookie(request);
  const locationId = session ? await findLocation(session, clock) : null;
  if (!session || locationId === null) throw redirect("/store/enrol");
  const actor = { role: "associate", name: session.associate, locationId } as const;
  return { shopId: session.shopId, actor, clock };
}

/** Reads are safe; a write must name this site as its origin, which no other site can. */
function isSameOrigin(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.get("host") || origin === new URL(env.SHOPIFY_APP_URL).origin;
}

/** The device's location while it is enrolled and the shop has the app; notes once a minute that it was seen. */
async function findLocation(session: DeviceSession, clock: Clock): Promise<string | null> {
  const { shopId, deviceId, secret } = session;
  return inShop({ shopId }, async (tx) => {
    const device = await tx.storeDevice.findUnique({
      where: { shopId_deviceId: { shopId, deviceId } },
    });
    if (!device || device.revokedAt || !isSecret(secret, device.secretHash)) return null;
    const shop = await tx.shop.findUnique({ where: { shopId } });
    if (!shop || shop.uninstalledAt) return null;
    const now = clock.now();
    const aMinuteAgo = new Date(now.getTime() - 60_000);
    await tx.storeDevice.updateMany({
      where: { shopId, deviceId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: aMinuteAgo } }] },
      data: { lastSeenAt: now },
    });
    return device.locationId;
  });
}
