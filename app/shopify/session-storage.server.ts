import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { openSecret, sealSecret } from "./seal-secret.server.ts";

/**
 * Shopify's session storage over our database: rows are under row-level security and tokens are
 * encrypted, which the stock Prisma storage does neither of. Session ids name their shop:
 * `offline_{shop}` or `{shop}_{user id}` (shopify-api's getOfflineId and getJwtSessionId).
 */
export const sessionStorage: SessionStorage = {
  async storeSession(session) {
    await inShop({ shopId: session.shop }, (tx) => writeSession(tx, session));
    return true;
  },

  async loadSession(id) {
    return inShop({ shopId: shopOf(id) }, (tx) => findSession(tx, id));
  },

  async deleteSession(id) {
    await inShop({ shopId: shopOf(id) }, (tx) => tx.session.deleteMany({ where: { id } }));
    return true;
  },

  async deleteSessions(ids) {
    for (const id of ids) await this.deleteSession(id);
    return true;
  },

  async findSessionsByShop(shopId) {
    const rows = await inShop({ shopId }, (tx) => tx.session.findMany({ where: { shopId } }));
    return rows.map((row) => openSession(row.sealed));
  },
};

/** Stores a session in the caller's transaction, so that a token pair is replaced as one. */
export async function writeSession(tx: Tx, session: Session): Promise<void> {
  const row = {
    shopId: session.shop,
    isOnline: session.isOnline,
    scope: session.scope ?? null,
    expiresAt: session.expires ?? null,
    refreshExpiresAt: session.refreshTokenExpires ?? null,
    sealed: sealSecret(JSON.stringify(session.toPropertyArray(true))),
  };
  await tx.session.upsert({
    where: { id: session.id },
    create: { id: session.id, ...row },
    update: row,
  });
}

/** A stored session, read in the caller's transaction. */
export async function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  const row = await tx.session.findUnique({ where: { id } });
  return row ? openSession(row.sealed) : undefined;
}

function openSession(sealed: string): Session {
  return Session.fromPropertyArray(JSON.parse(openSecret(sealed)), true);
}

function shopOf(sessionId: string): string {
  return sessionId.startsWith("offline_")
    ? sessionId.slice("offline_".length)
    : sessionId.slice(0, sessionId.lastIndexOf("_"));
}
