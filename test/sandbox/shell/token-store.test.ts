import { expect, test } from "vitest";
import { createTokenStore } from "#sandbox/server/tokens/token-store.ts";

const SHOP = "outfitters.myshopify.com";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function storeAt(start: string) {
  const time = { now: Date.parse(start) };
  return { time, tokens: createTokenStore(() => new Date(time.now)) };
}

test("an offline token lives one hour, and only in its shop", () => {
  const { time, tokens } = storeAt("2026-11-21T10:00:00Z");
  const { access } = tokens.issueExpiringOffline(SHOP);
  expect(tokens.find(SHOP, access.token)).toMatchObject({ userId: null });
  expect(tokens.find("other.myshopify.com", access.token)).toBeNull();
  time.now += HOUR_MS - 1;
  expect(tokens.find(SHOP, access.token)).not.toBeNull();
  time.now += 1;
  expect(tokens.find(SHOP, access.token)).toBeNull();
});

test("a refresh token rotates; used again it gives the same replacement", () => {
  const { tokens } = storeAt("2026-11-21T10:00:00Z");
  const first = tokens.issueExpiringOffline(SHOP);
  const second = tokens.refresh(SHOP, first.refresh.token);
  expect(second?.refresh.token).not.toBe(first.refresh.token);
  expect(tokens.refresh(SHOP, first.refresh.token)).toEqual(second);
});

test("a retry after the replacement's access token died brings a live one", () => {
  const { time, tokens } = storeAt("2026-11-21T10:00:00Z");
  const first = tokens.issueExpiringOffline(SHOP);
  const second = tokens.refresh(SHOP, first.refresh.token);
  time.now += 2 * HOUR_MS;
  const retried = tokens.refresh(SHOP, first.refresh.token);
  expect(retried?.refresh.token).toBe(second?.refresh.token);
  expect(tokens.find(SHOP, second?.access.token)).toBeNull();
  expect(tokens.find(SHOP, retried?.access.token)).not.toBeNull();
});

test("using the replacement retires the token before it", () => {
  const { tokens } = storeAt("2026-11-21T10:00:00Z");
  const first = tokens.issueExpiringOffline(SHOP);
  const second = tokens.refresh(SHOP, first.refresh.token);
  expect(tokens.refresh(SHOP, second?.refresh.token ?? "")).not.toBeNull();
  expect(tokens.refresh(SHOP, first.refresh.token)).toBeNull();
});

test("a used token may be retried for 30 days, an unused one lives 90", () => {
  const { time, tokens } = storeAt("2026-11-21T10:00:00Z");
  const used = tokens.issueExpiringOffline(SHOP);
  const unused = tokens.issueExpiringOffline(SHOP);
  tokens.refresh(SHOP, used.refresh.token);
  time.now += 30 * DAY_MS;
  expect(tokens.refresh(SHOP, used.refresh.token)).toBeNull();
  time.now += 60 * DAY_MS - 1;
  expect(tokens.refresh(SHOP, unused.refresh.token)).not.toBeNull();
  time.now += 90 * DAY_MS;
  expect(tokens.refresh(SHOP, unused.refresh.token)).toBeNull();
});

test("a foreign refresh token is refused, and uninstalling kills them all", () => {
  const { tokens } = storeAt("2026-11-21T10:00:00Z");
  const pair = tokens.issueExpiringOffline(SHOP);
  const online = tokens.issueOnline(SHOP, "94350021001");
  expect(tokens.refresh("other.myshopify.com", pair.refresh.token)).toBeNull();
  tokens.revokeShop(SHOP);
  expect(tokens.find(SHOP, pair.access.token)).toBeNull();
  expect(tokens.find(SHOP, online.token)).toBeNull();
  expect(tokens.refresh(SHOP, pair.refresh.token)).toBeNull();
});

test("an authorization code works once, in its shop", () => {
  const { tokens } = storeAt("2026-11-21T10:00:00Z");
  const code = tokens.issueCode(SHOP);
  expect(tokens.redeemCode("other.myshopify.com", code)).toBe(false);
  expect(tokens.redeemCode(SHOP, code)).toBe(true);
  expect(tokens.redeemCode(SHOP, code)).toBe(false);
});
