import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { action as safetyStock } from "#app/routes/app.inventory.safety-stock.tsx";
import { loader as show } from "#app/routes/app.locations.$locationId._index.tsx";
import { action as addDevice } from "#app/routes/app.locations.$locationId.devices.tsx";
import { action as revoke } from "#app/routes/app.locations.$locationId.devices_.$deviceId.revoke.tsx";
import { loader as holidays } from "#app/routes/app.locations.$locationId.holidays.tsx";
import { action as pause } from "#app/routes/app.locations.$locationId.pause.tsx";
import { action as resume } from "#app/routes/app.locations.$locationId.resume.tsx";
import { action as save } from "#app/routes/app.locations.$locationId.settings.tsx";
import { loader as list } from "#app/routes/app.locations._index.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { boulder, denver, offer, shopWithOrder } from "#test/picking/offered-order.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;

beforeEach(async () => {
  shop = await shopWithOrder();
});

const look = async (locationId = denver, shopId = shop.shopId) =>
  callRoute(show, await adminRequest(shopId, "/app/locations/x"), { locationId });
const rows = async () =>
  (await callRoute(list, await adminRequest(shop.shopId, "/app/locations"))).body.rows;
const post = async (
  route: typeof pause | typeof addDevice | typeof safetyStock,
  form: Record<string, string>,
  params: Record<string, string> = { locationId: denver },
  shopId = shop.shopId,
) => callRoute(route, await adminRequest(shopId, "/app/locations/x", { form }), params);
const saveSettings = async (json: unknown, shopId = shop.shopId) =>
  callRoute(save, await adminRequest(shopId, "/x", { json }), { locationId: denver });

const settings = {
  type: "warehouse",
  inPool: true,
  timeZone: "America/Denver",
  openingHours: [{ day: 1, opens: "09:00", closes: "17:30" }],
  cutoff: "15:00",
  cutoffs: { express: "11:00" },
  packingRounds: [{ name: "Midday", startsAt: "12:00", leavesAt: "13:30" }],
  specialDays: [{ on: "2099-12-24", name: "Christmas Eve", hours: [] }],
  holidayCountry: "US",
  holidayRegion: "CO",
  holidaysOpen: ["Veterans Day"],
  handlingPerParcel: "1.25",
  handlingPerUnit: "0.1",
  ordersPerDay: "12",
  unitsPerDay: "40",
  minutesPerDay: "",
  minutesPerOrder: "4",
  minutesPerUnit: "0.5",
  safetyStock: "2",
  rank: "5",
  groups: ["rockies"],
  tags: ["flagship"],
};

test("the list shows backlog and today's capacity", async () => {
  await offer(shop);
  await saveSettings(settings);
  expect(await rows()).toMatchObject([
    { name: "Boulder", state: "in_pool", today: { units: { limit: null } }, openTasks: 0 },
    {
      name: "Denver",
      type: "warehouse",
      today: { orders: { used: 0, limit: 12 }, units: { used: 0, limit: 40 } },
      openUnits: 3,
      tags: ["flagship"],
    },
  ]);
});

test("settings are stored as typed and shown again", async () => {
  expect((await saveSettings(settings)).body).toMatchObject({ ok: true });
  expect((await look()).body.settings).toEqual({
    ...settings,
    ordersPerDay: 12,
    unitsPerDay: 40,
    minutesPerDay: null,
    safetyStock: 2,
    rank: 5,
  });
});

test("every wrong setting is named at its field, and none is stored", async () => {
  const wrong = { ...settings, unitsPerDay: "many", handlingPerUnit: "-1", cutoff: "25:00" };
  const answer = await saveSettings(wrong);
  expect(answer.status).toBe(422);
  const { errors } = answer.body as unknown as { errors: Record<string, string> };
  expect(Object.keys(errors).sort()).toEqual(["cutoff", "handlingPerUnit", "unitsPerDay"]);
  expect((await look()).body.settings).toMatchObject({ type: "store", unitsPerDay: null });
  expect((await saveSettings("nonsense")).status).toBe(422);
});

test("holidays of another country can be looked at before they are saved", async () => {
  const at = (query: string) => adminRequest(shop.shopId, `/app/locations/x/holidays?${query}`);
  const found = await callRoute(holidays, await at("country=DE&region=BY"), { locationId: denver });
  expect(found.body.regions).toContainEqual({ code: "BY", name: "Bayern" });
  expect(found.body.holidays.map(({ name }) => name)).toContain("Epiphany");
  const none = await callRoute(holidays, await at("country=zz"), { locationId: denver });
  expect([none.body.regions, none.body.holidays]).toEqual([[], []]);
  const foreign = await callRoute(holidays, await at("country=DE"), { locationId: "999" });
  expect(foreign.status).toBe(404);
});

test("a pause has an end on the location's clock, or none, and is lifted by resuming", async () => {
  const until = { until: "2099-07-01T18:00", timeZone: "America/Denver" };
  await post(pause, { ...until, reason: "stocktaking" });
  expect((await look()).body).toMatchObject({
    state: "paused",
    pausedUntil: "2099-07-02T00:00:00.000Z",
    pausedReason: "stocktaking",
  });
  await post(resume, {});
  expect((await look()).body).toMatchObject({ state: "in_pool", pausedUntil: null });
  const past = await post(pause, { until: "2001-01-01T10:00", timeZone: "UTC", reason: "x" });
  expect([past.status, past.body]).toMatchObject([422, { errors: { until: expect.any(String) } }]);
  expect((await post(pause, { until: "", reason: " " })).status).toBe(422);
});

test("a device's code is shown once, never stored in clear, and a device can be shut out", async () => {
  expect((await post(addDevice, { name: "" })).status).toBe(422);
  const { body } = await post(addDevice, { name: "Back counter" });
  const { enrolment } = body as unknown as { enrolment: { code: string; address: string } };
  expect(enrolment.code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  expect(enrolment.address).toContain(`/store/enrol?shop=${shop.shopId}`);
  const [device] = (await look()).body.devices;
  expect(device).toMatchObject({ name: "Back counter", createdBy: "Maria Lopez" });
  const stored = await inShop(shop, (tx) => tx.storeDevice.findFirstOrThrow());
  expect(JSON.stringify(stored)).not.toContain(enrolment.code.replace("-", ""));
  await post(revoke, {}, { locationId: denver, deviceId: device?.deviceId ?? "" });
  expect((await look()).body.devices[0]?.state).toBe("revoked");
});

test("safety stock is a whole number, or empty for the location's own", async () => {
  const level = { shopId: shop.shopId, inventoryItemId: "700", locationId: boulder, available: 3 };
  await inShop(shop, (tx) => tx.stockLevel.create({ data: level }));
  const set = (typed: string) =>
    post(safetyStock, { inventoryItemId: "700", locationId: boulder, safetyStock: typed }, {});
  const stored = async () =>
    (await inShop(shop, (tx) => tx.stockLevel.findFirstOrThrow())).safetyStock;
  await set("4");
  expect(await stored()).toBe(4);
  expect((await set("1.5")).status).toBe(422);
  expect(await stored()).toBe(4);
  await set("");
  expect(await stored()).toBeNull();
});

test("another shop's location is not found, whatever is asked", async () => {
  const { shopId } = await shopWithOrder();
  const foreign = "999";
  expect((await look(foreign)).status).toBe(404);
  expect((await post(pause, { reason: "x" }, { locationId: foreign })).status).toBe(404);
  expect((await post(resume, {}, { locationId: foreign })).status).toBe(404);
  expect((await post(addDevice, { name: "x" }, { locationId: foreign })).status).toBe(404);
  const { body } = await post(addDevice, { name: "theirs" }, { locationId: denver }, shopId);
  expect(body).toMatchObject({ ok: true });
  expect((await look()).body.devices).toEqual([]);
  const theirs = (await look(denver, shopId)).body.devices[0]?.deviceId ?? "";
  expect((await post(revoke, {}, { locationId: denver, deviceId: theirs })).status).toBe(404);
});
