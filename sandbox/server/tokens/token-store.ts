import { randomBytes } from "node:crypto";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OFFLINE_LIFE_MS = HOUR_MS;
const ONLINE_LIFE_MS = DAY_MS;
const REFRESH_LIFE_MS = 90 * DAY_MS;
const RETRY_WINDOW_MS = 30 * DAY_MS;

export interface AccessToken {
  readonly token: string;
  readonly shop: string;
  readonly userId: string | null;
  /** Null for a token that never expires. */
  readonly expiresAt: number | null;
}

export interface RefreshToken {
  readonly token: string;
  readonly expiresAt: number;
}

export interface TokenPair {
  readonly access: AccessToken;
  readonly refresh: RefreshToken;
}

interface RefreshRecord extends RefreshToken {
  readonly shop: string;
  readonly predecessor: string | null;
  firstUsedAt: number | null;
  successor: TokenPair | null;
  retired: boolean;
}

export type TokenStore = ReturnType<typeof createTokenStore>;

/**
 * Access and refresh tokens of one app in all shops, by Shopify's rules: an expiring offline token
 * lives an hour, its refresh token 90 days and rotates on use. The used refresh token stays
 * retryable until its replacement is used, at most 30 days after its first use, and a retry answers
 * with the same replacement (Shopify changelog, 28 Aug 2026).
 */
export function createTokenStore(clock: () => Date) {
  const accessTokens = new Map<string, AccessToken>();
  const refreshTokens = new Map<string, RefreshRecord>();
  const codes = new Map<string, string>();
  const now = () => clock().getTime();

  function addAccess(shop: string, userId: string | null, lifeMs: number | null): AccessToken {
    const access = {
      token: `${userId === null ? "shpat" : "shpua"}_${randomBytes(16).toString("hex")}`,
      shop,
      userId,
      expiresAt: lifeMs === null ? null : now() + lifeMs,
    };
    accessTokens.set(access.token, access);
    return access;
  }

  function addPair(shop: string, predecessor: string | null): TokenPair {
    const refresh: RefreshRecord = {
      token: `shprt_${randomBytes(16).toString("hex")}`,
      expiresAt: now() + REFRESH_LIFE_MS,
      shop,
      predecessor,
      firstUsedAt: null,
      successor: null,
      retired: false,
    };
    refreshTokens.set(refresh.token, refresh);
    return { access: addAccess(shop, null, OFFLINE_LIFE_MS), refresh };
  }

  function isUsable(record: RefreshRecord | undefined, shop: string): record is RefreshRecord {
    if (!record || record.shop !== shop || record.retired || record.expiresAt <= now())
      return false;
    return record.firstUsedAt === null || now() < record.firstUsedAt + RETRY_WINDOW_MS;
  }

  return {
    issueOffline: (shop: string) => addAccess(shop, null, null),
    issueOnline: (shop: string, userId: string) => addAccess(shop, userId, ONLINE_LIFE_MS),
    issueExpiringOffline: (shop: string) => addPair(shop, null),

    /** A one-time authorization code for the redirect of the authorization code grant. */
    issueCode(shop: string): string {
      const code = randomBytes(16).toString("hex");
      codes.set(code, shop);
      return code;
    },

    /** @returns whether the code was this shop's and unused; it is used from now on. */
    redeemCode: (shop: string, code: string): boolean =>
      codes.get(code) === shop && codes.delete(code),

    /** @returns the new pair, or null when the refresh token is unknown, foreign, retired or expired. */
    refresh(shop: string, token: string): TokenPair | null {
      const record = refreshTokens.get(token);
      if (!isUsable(record, shop)) return null;
      const predecessor = record.predecessor && refreshTokens.get(record.predecessor);
      if (predecessor) predecessor.retired = true;
      record.firstUsedAt ??= now();
      const retryable = record.successor;
      if (retryable && (retryable.access.expiresAt ?? 0) > now()) return retryable;
      record.successor = retryable
        ? { access: addAccess(shop, null, OFFLINE_LIFE_MS), refresh: retryable.refresh }
        : addPair(shop, token);
      return record.successor;
    },

    /** @returns the live token of that shop, or null. */
    find(shop: string, token: string | undefined): AccessToken | null {
      const access = token === undefined ? undefined : accessTokens.get(token);
      if (!access || access.shop !== shop) return null;
      return access.expiresAt !== null && access.expiresAt <= now() ? null : access;
    },

    /** Uninstalling kills every token of the shop at once. */
    revokeShop(shop: string): void {
      for (const access of accessTokens.values()) {
        if (access.shop === shop) accessTokens.delete(access.token);
      }
      for (const record of refreshTokens.values()) {
        if (record.shop === shop) refreshTokens.delete(record.token);
      }
    },
  };
}
