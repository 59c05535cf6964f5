import { SignJWT, decodeJwt } from "jose";
import { expect, test } from "vitest";
import {
  CLIENT_ID,
  OWNER_ID,
  SECRET,
  SHOP,
  exchangeBody,
  startTestSandbox,
} from "./start-test-sandbox.ts";

const time = { now: Date.parse("2026-11-21T10:00:00Z") };
const { sandbox, callShop, control, idToken, installAndExchange } = await startTestSandbox({
  clock: () => new Date(time.now),
});
const TOKEN_PATH = "/admin/oauth/access_token";
const REFRESH = { client_id: CLIENT_ID, client_secret: SECRET, grant_type: "refresh_token" };

test("before the app is installed no session token is worth anything", async () => {
  const answer = await callShop(TOKEN_PATH, exchangeBody(await idToken()));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: "invalid_subject_token" });
});

test("a session token has Shopify's claims and lives a minute", async () => {
  const claims = decodeJwt(await idToken());
  expect(claims).toMatchObject({
    iss: `https://${SHOP}/admin`,
    dest: `https://${SHOP}`,
    aud: CLIENT_ID,
    sub: OWNER_ID,
  });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
  expect(claims.jti).not.toBe(decodeJwt(await idToken()).jti);
});

test("exchange for an expiring offline token", async () => {
  const answer = await installAndExchange();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    access_token: expect.stringMatching(/^shpat_/) as string,
    scope: sandbox.platform.app.scopes.join(","),
    expires_in: 3600,
    refresh_token: expect.stringMatching(/^shprt_/) as string,
    refresh_token_expires_in: 90 * 24 * 3600,
  });
});

test("exchange for a lasting offline token brings no refresh token", async () => {
  const body = (await (await installAndExchange({ expiring: "0" })).json()) as object;
  expect(Object.keys(body).toSorted()).toEqual(["access_token", "scope"]);
});

test("exchange for an online token tells who the person is", async () => {
  const answer = await installAndExchange({
    requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
  });
  expect(await answer.json()).toMatchObject({
    expires_in: 86_400,
    associated_user: { id: Number(OWNER_ID), account_owner: true, first_name: "Olivia" },
  });
});

async function forge(claims: Record<string, unknown>, secret = SECRET) {
  return await new SignJWT({ dest: `https://${SHOP}`, sub: OWNER_ID, aud: CLIENT_ID, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(claims["exp"] === undefined ? "1m" : Number(claims["exp"]))
    .sign(Buffer.from(secret));
}

test.each([
  ["signed by someone else", () => forge({}, "other")],
  ["of another shop", () => forge({ dest: "https://other.myshopify.com" })],
  ["for another app", () => forge({ aud: "other" })],
  ["that has expired", () => forge({ exp: Math.floor(Date.now() / 1000) - 5 })],
  ["that is no token", () => Promise.resolve("nonsense")],
])("a session token %s is refused", async (_what, makeToken) => {
  await control("POST", `shops/${SHOP}/app/install`);
  const answer = await callShop(TOKEN_PATH, exchangeBody(await makeToken()));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: "invalid_subject_token" });
});

test.each([
  ["an unknown client", { client_id: "x" }, "application_cannot_be_found"],
  ["a wrong secret", { client_secret: "x" }, "invalid_client"],
  ["an unknown grant", { grant_type: "password" }, "unsupported_grant_type"],
  ["another kind of subject", { subject_token_type: "x" }, "invalid_request"],
  ["an unknown kind of token", { requested_token_type: "x" }, "invalid_request"],
])("%s is refused", async (_what, change, error) => {
  const answer = await installAndExchange(change);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error });
});

test("refreshing rotates; the old refresh token may be retried until the new one is used", async () => {
  const first = (await (await installAndExchange()).json()) as { refresh_token: string };
  const refresh = async (token: string) =>
    await callShop(TOKEN_PATH, { ...REFRESH, refresh_token: token });
  const second = (await (await refresh(first.refresh_token)).json()) as { refresh_token: string };
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await (await refresh(first.refresh_token)).json()).toEqual(second);
  expect((await refresh(second.refresh_token)).status).toBe(200);
  const late = await refresh(first.refresh_token);
  expect(late.status).toBe(400);
  expect(await late.json()).toMatchObject({ error: "invalid_grant" });
});

test("a refresh whose answer is lost can be retried with the same token", async () => {
  const first = (await (await installAndExchange()).json()) as { refresh_token: string };
  const refresh = async () =>
    await callShop(TOKEN_PATH, { ...REFRESH, refresh_token: first.refresh_token });
  sandbox.faults.set({
    api: [{ kind: "timeout-after-commit", operation: "access_token", next: 1 }],
  });
  await expect(refresh()).rejects.toThrow();
  expect((await refresh()).status).toBe(200);
  sandbox.faults.clear();
});

test("only a fault that names access_token strikes a token request", async () => {
  sandbox.faults.set({ api: [{ kind: "error-before-commit", probability: 1 }] });
  expect((await installAndExchange()).status).toBe(200);
  sandbox.faults.set({ api: [{ kind: "throttle", operation: "access_token", next: 1 }] });
  expect((await installAndExchange()).status).toBe(429);
  sandbox.faults.clear();
});

test("a new secret signs; the old one still identifies the app", async () => {
  expect((await control("POST", "app/secrets", { secret: "new" })).body).toEqual({ secrets: 2 });
  const body = exchangeBody(await idToken());
  expect((await callShop(TOKEN_PATH, { ...body, client_secret: SECRET })).status).toBe(200);
  expect((await callShop(TOKEN_PATH, { ...body, client_secret: "new" })).status).toBe(200);
});

test("the authorization code grant, by its redirect", async () => {
  const redirectUri = `${sandbox.tunnelUrl}/auth/callback`;
  const consent = await fetch(
    `${sandbox.url}/admin/oauth/authorize?client_id=${CLIENT_ID}&shop=${SHOP}&state=s1&redirect_uri=${redirectUri}`,
    { redirect: "manual" },
  );
  const target = new URL(consent.headers.get("location") ?? "");
  expect(`${target.origin}${target.pathname}`).toBe(redirectUri);
  expect(target.searchParams.get("state")).toBe("s1");
  expect(target.searchParams.get("hmac")).toMatch(/^[0-9a-f]{64}$/);
  const redeem = async () =>
    await callShop(TOKEN_PATH, {
      client_id: CLIENT_ID,
      client_secret: SECRET,
      code: target.searchParams.get("code"),
    });
  expect(await (await redeem()).json()).toHaveProperty("access_token");
  expect((await redeem()).status).toBe(400);
});

test("a redirect to another site is refused", async () => {
  const consent = await fetch(
    `${sandbox.url}/admin/oauth/authorize?client_id=${CLIENT_ID}&shop=${SHOP}&redirect_uri=https://evil.example/`,
    { redirect: "manual" },
  );
  expect(consent.status).toBe(400);
});

test("a shop that does not exist is 404", async () => {
  const answer = await callShop(TOKEN_PATH, {}, { "x-sandbox-host": "nobody.myshopify.com" });
  expect(answer.status).toBe(404);
});
