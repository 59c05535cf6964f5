import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { changeAssociate } from "#app/picking/change-associate.server.ts";
import { createEnrolment } from "#app/picking/create-enrolment.server.ts";
import { enrolDevice } from "#app/picking/enrol-device.server.ts";
import { requireDevice } from "#app/picking/require-device.server.ts";
import { revokeDevice } from "#app/picking/revoke-device.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { testNow } from "#test/builders/shop.ts";
import { as, at, boulder, denver, shopWithOrder } from "./offered-order.ts";

let shop: ShopContext;
let maya: ShopContext;

beforeEach(async () => {
  shop = await shopWithOrder();
  maya = as(shop, "Maya", "manager");
});

const url = "http://localhost:3000/store";

async function prepare(locationId = denver) {
  const enrolment = await createEnrolment(maya, { locationId, name: "Counter tablet" });
  if (!enrolment.ok) throw new Error("The location is unknown.");
  return enrolment;
}

async function enrol(code: string, change: Partial<{ shopId: string; associate: string }> = {}) {
  const request = { shopId: shop.shopId, associate: "Ana", code, ...change };
  return enrolDevice(request, shop.clock);
}

/** The cookie a browser would send back. */
async function enrolledCookie(): Promise<string> {
  const outcome = await enrol((await prepare()).code);
  if (!outcome.ok) throw new Error("The code did not work.");
  return outcome.setCookie.split(";")[0] ?? "";
}

function visit(cookie: string, init: RequestInit = {}): Promise<ShopContext> {
  const headers = { host: "localhost:3000", ...(cookie ? { cookie } : {}), ...init.headers };
  return requireDevice(new Request(url, { ...init, headers }), shop.clock);
}

async function thrown(work: Promise<unknown>): Promise<Response> {
  const result: unknown = await work.catch((error: unknown) => error);
  if (!(result instanceof Response)) throw new Error(`No Response was thrown: ${String(result)}`);
  return result;
}

test("a device enrols with a code and is from then on an associate of one location", async () => {
  const { code, path, untilAt } = await prepare();
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
  expect(path).toBe(`/store/enrol?shop=${shop.shopId}`);
  expect(untilAt).toEqual(new Date("2026-11-21T15:15:00Z"));
  const outcome = await enrol(code.toLowerCase().replace("-", " "));
  const setCookie = outcome.ok ? outcome.setCookie : "";
  for (const part of ["__Host-backroom=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) {
    expect(setCookie).toContain(part);
  }
  expect(setCookie).not.toContain("Domain");
  expect(await visit(setCookie.split(";")[0] ?? "")).toMatchObject({
    shopId: shop.shopId,
    actor: { role: "associate", name: "Ana", locationId: denver },
  });
});

test("neither the code nor the device's secret is stored readable", async () => {
  const { code } = await prepare();
  const before = await inShop(shop, (tx) => tx.storeDevice.findFirstOrThrow());
  await enrol(code);
  const after = await inShop(shop, (tx) => tx.storeDevice.findFirstOrThrow());
  expect(JSON.stringify(before)).not.toContain(code.replace("-", ""));
  expect(after.enrolHash).toBeNull();
  expect(after.secretHash).toMatch(/^[0-9a-f]{64}$/);
});

test("a code enrols one of 20 browsers that use it at once, and none later", async () => {
  const { code } = await prepare();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => enrol(code)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await enrol(code)).toEqual({ ok: false, because: "invalid_code" });
});

test("a code is worthless after 15 minutes, in another shop, or when guessed", async () => {
  const { code, deviceId } = await prepare();
  const late = at(shop, "2026-11-21T15:15:00Z").clock;
  const request = { shopId: shop.shopId, associate: "Ana", code };
  const refused = { ok: false, because: "invalid_code" };
  expect(await enrolDevice(request, late)).toEqual(refused);
  expect(await enrol(code, { shopId: "other.myshopify.com" })).toEqual(refused);
  expect(await enrol("22222-22222")).toEqual(refused);
  expect(await enrol("")).toEqual(refused);
  await revokeDevice(maya, deviceId);
  expect(await enrol(code)).toEqual(refused);
});

test("a revoked device, a tampered cookie and a shop without the app are sent to enrol", async () => {
  const cookie = await enrolledCookie();
  expect((await visit(cookie)).actor.name).toBe("Ana");
  const strangers = ["", "__Host-backroom=nonsense", `${cookie.slice(0, -6)}AAAAAA`];
  for (const stranger of strangers) {
    const response = await thrown(visit(stranger));
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/store/enrol");
  }
  await inShop(shop, (tx) => tx.shop.updateMany({ data: { uninstalledAt: testNow } }));
  expect((await thrown(visit(cookie))).status).toBe(302);
  await inShop(shop, (tx) => tx.shop.updateMany({ data: { uninstalledAt: null } }));
  const { deviceId } = await inShop(shop, (tx) => tx.storeDevice.findFirstOrThrow());
  expect(await revokeDevice(maya, deviceId)).toEqual({ ok: true, changed: true });
  expect(await revokeDevice(maya, deviceId)).toEqual({ ok: true, changed: false });
  expect((await thrown(visit(cookie))).status).toBe(302);
});

test("a write must come from this very site", async () => {
  const cookie = await enrolledCookie();
  const post = (headers: Record<string, string>) => visit(cookie, { method: "POST", headers });
  expect((await post({ origin: "http://localhost:3000" })).actor.name).toBe("Ana");
  for (const origin of ["https://evil.example", "http://localhost:3001", "null"]) {
    expect((await thrown(post({ origin }))).status).toBe(403);
  }
  expect((await thrown(post({}))).status).toBe(403);
});

test("a device changes hands without being enrolled again", async () => {
  const cookie = await enrolledCookie();
  const headers = { cookie, origin: "http://localhost:3000" };
  const request = new Request(url, { method: "POST", headers });
  const setCookie = await changeAssociate(request, "Ben", shop.clock);
  expect((await visit(setCookie.split(";")[0] ?? "")).actor.name).toBe("Ben");
});

test("only those who manage a location prepare and revoke its devices", async () => {
  const { deviceId } = await prepare();
  const refused = { ok: false, because: "not_found" };
  const elsewhere: ShopContext = {
    ...shop,
    actor: { role: "store_manager", name: "Eve", locationId: boulder },
  };
  for (const who of [as(shop, "Ana"), elsewhere]) {
    expect(await createEnrolment(who, { locationId: denver, name: "x" })).toEqual(refused);
    expect(await revokeDevice(who, deviceId)).toEqual(refused);
  }
  expect(await createEnrolment(maya, { locationId: "99", name: "x" })).toEqual(refused);
  const home = as(shop, "Sam", "store_manager");
  expect(await createEnrolment(home, { locationId: denver, name: "x" })).toMatchObject({
    ok: true,
  });
  const audit = await inShop(shop, (tx) => tx.auditEntry.findMany());
  expect(audit.map((entry) => [entry.actor, entry.action])).toEqual([
    ["Maya", "device_prepared"],
    ["Sam", "device_prepared"],
  ]);
});
