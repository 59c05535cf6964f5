import type { Session } from "@shopify/shopify-api";
import { notInstalled, refreshToken } from "./refresh-token.server.ts";
import { sessionStorage } from "./session-storage.server.ts";

/** Refreshed this early, a token outlives the slowest request made with it. */
const expiresSoonMs = 5 * 60_000;

const known = new Map<string, Session>();
const asking = new Map<string, Promise<Session>>();

/**
 * The shop's offline access token, valid for at least five minutes more. Remembered in memory; pass
 * the token Shopify refused (401) to get another. Calls of one process share one look-up, so that
 * waiting for a refresh never takes more than one database connection per shop. Throws ShopifyError.
 */
export async function accessToken(shopId: string, refusedToken?: string): Promise<string> {
  const session = known.get(shopId);
  if (session && isFit(session, refusedToken)) return tokenOf(session);
  const pending = asking.get(shopId) ?? ask(shopId, refusedToken);
  return tokenOf(await pending);
}

function ask(shopId: string, refusedToken: string | undefined): Promise<Session> {
  const answer = findFitSession(shopId, refusedToken)
    .then((session) => {
      known.set(shopId, session);
      return session;
    })
    .catch((error: unknown) => {
      known.delete(shopId);
      throw error;
    })
    .finally(() => asking.delete(shopId));
  asking.set(shopId, answer);
  return answer;
}

async function findFitSession(shopId: string, refusedToken: string | undefined): Promise<Session> {
  const session = await sessionStorage.loadSession(`offline_${shopId}`);
  if (!session) throw notInstalled(shopId);
  if (isFit(session, refusedToken)) return session;
  return refreshToken(shopId, (current) => !isFit(current, refusedToken));
}

function isFit(session: Session, refusedToken: string | undefined): boolean {
  return session.accessToken !== refusedToken && !session.isExpired(expiresSoonMs);
}

function tokenOf(session: Session): string {
  if (!session.accessToken) throw notInstalled(session.shop);
  return session.accessToken;
}
