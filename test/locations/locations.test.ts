import "#test/setup/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { guessLocationType } from "#app/locations/guess-location-type.ts";
import { guessTimeZone } from "#app/locations/guess-time-zone.ts";
import { isPausedAt } from "#app/locations/is-paused-at.ts";
import { locationSettings } from "#app/locations/location-settings.ts";
import { pauseLocation } from "#app/locations/pause-location.server.ts";
import { resumeLocation } from "#app/locations/resume-location.server.ts";
import { storeLocations } from "#app/locations/store-locations.server.ts";
import { updateLocation } from "#app/locations/update-location.server.ts";
import type { Actor } from "#app/shop-context.ts";
import type { LiveLocation } from "#app/shopify/read-locations.server.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { shopContext, testNow } from "#test/builders/shop.ts";

const owner: Actor = { role: "owner", name: "Olu" };
let shop = shopContext();
let shops = 0;
beforeEach(() => {
  shops += 1;
  shop = shopContext(`locations-${shops}.myshopify.com`, owner);
});

const live = (over: Partial<LiveLocation> = {}): LiveLocation => ({
  id: "1",
  name: "Denver Store",
  isActive: true,
  isFulfillmentService: false,
  fulfillsOnlineOrders: true,
  updatedAt: "2026-11-21T12:00:00Z",
  address: {
    address1: "1 Main Street",
    city: "Denver",
    countryCode: "US",
    provinceCode: "CO",
    zip: "80202",
    latitude: 39.7,
    longitude: -104.9,
  },
  ...over,
});

const store = (...locations: LiveLocation[]) =>
  inShop(shop, (tx) => storeLocations(tx, shop, locations, "America/New_York"));
const stored = (locationId = "1") =>
  inShop(shop, (tx) => tx.location.findFirst({ where: { locationId } }));
const woken = async () =>
  (await waitingJobs("wake-exceptions")).filter((job) => job.shopId === shop.shopId);

const settings = {
  type: "warehouse",
  inPool: true,
  timeZone: "America/Denver",
  openingHours: [{ day: 1, opens: "09:00", closes: "18:00" }],
  cutoff: "15:00",
  cutoffs: { express: "11:00", freight: "" },
  packingRounds: [{ name: "Midday", startsAt: "12:00", leavesAt: "13:00" }],
  specialDays: [
    { on: "2026-12-31", name: "Half day", hours: [{ opens: "09:00", closes: "12:00" }] },
    { on: "2026-12-24", name: "Christmas Eve", hours: [] },
  ],
  holidayCountry: "US",
  holidayRegion: "CO",
  holidaysOpen: ["Veterans Day"],
  handlingPerParcel: "1.25",
  handlingPerUnit: "0.5",
  ordersPerDay: "40",
  unitsPerDay: "",
  minutesPerDay: "480",
  minutesPerOrder: "4",
  minutesPerUnit: "0.5",
  safetyStock: "2",
  rank: "7",
  groups: ["east", "east"],
  tags: ["flagship"],
};

describe("Shopify's locations", () => {
  it("are stored with guesses that the merchant's settings replace for good", async () => {
    await store(live());
    expect(await stored()).toMatchObject({
      type: "store",
      timeZone: "America/Denver",
      address: "1 Main Street, Denver",
    });
    expect(await updateLocation(shop, "1", locationSettings.parse(settings))).toEqual({ ok: true });
    await store(live({ name: "Denver Union Station" }));
    expect(await stored()).toMatchObject({
      name: "Denver Union Station",
      type: "warehouse",
      safetyStock: 2,
      unitsPerDay: null,
      rank: 7,
      groups: ["east"],
      tags: ["flagship"],
      cutoffs: { express: "11:00" },
      specialDays: [
        { on: "2026-12-24", name: "Christmas Eve" },
        { on: "2026-12-31", name: "Half day" },
      ],
    });
  });

  it("that left are inactive, and wake waiting orders when they are back", async () => {
    await store(live(), live({ id: "2" }));
    await store(live());
    expect(await stored("2")).toMatchObject({ active: false });
    expect(await woken()).toEqual([]);
    await store(live(), live({ id: "2" }));
    expect(await woken()).toEqual([{ shopId: shop.shopId, events: ["location_reopened"] }]);
  });

  it.each([
    ["Columbus Warehouse", false, "warehouse"],
    ["West Coast DC", false, "warehouse"],
    ["Washington D.C. Store", false, "store"],
    ["Any name", true, "third_party"],
  ])("%s (service: %s) looks like a %s", (name, isFulfillmentService, type) => {
    expect(guessLocationType({ name, isFulfillmentService })).toBe(type);
  });

  it("keep the shop's zone where the province does not tell", () => {
    const nowhere = { countryCode: "DE", provinceCode: null };
    expect(guessTimeZone(nowhere, "Europe/Berlin")).toBe("Europe/Berlin");
    expect(guessTimeZone({ countryCode: "US", provinceCode: "AZ" }, "UTC")).toBe("America/Phoenix");
  });
});

describe("a location's settings", () => {
  it.each([
    ["cutoff", { cutoff: "25:00" }],
    ["handlingPerParcel", { handlingPerParcel: "-1" }],
    ["handlingPerUnit", { handlingPerUnit: "1.23456" }],
    ["unitsPerDay", { unitsPerDay: "many" }],
    ["safetyStock", { safetyStock: "-1" }],
    ["type", { type: "shed" }],
    ["openingHours", { openingHours: [{ day: 8, opens: "09:00", closes: "10:00" }] }],
    [
      "openingHours",
      {
        openingHours: [
          { day: 1, opens: "09:00", closes: "13:00" },
          { day: 1, opens: "12:00", closes: "18:00" },
        ],
      },
    ],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["cutoffs", { cutoffs: { express: "11 am" } }],
    ["packingRounds", { packingRounds: [{ name: "M", startsAt: "13:00", leavesAt: "12:00" }] }],
    [
      "specialDays",
      {
        specialDays: [
          { on: "2026-12-24", name: "a", hours: [] },
          { on: "2026-12-24", name: "b", hours: [] },
        ],
      },
    ],
    ["specialDays", { specialDays: [{ on: "2026-02-30", name: "a", hours: [] }] }],
    ["minutesPerUnit", { minutesPerUnit: "0.555" }],
    ["ordersPerDay", { ordersPerDay: "1.5" }],
  ])("name the field that is wrong: %s", (field, wrong) => {
    const result = locationSettings.safeParse({ ...settings, ...wrong });
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it("belong to managers; others and strangers find nothing", async () => {
    await store(live());
    const parsed = locationSettings.parse(settings);
    const refused = { ok: false, because: "not_found" };
    const associate: Actor = { role: "associate", name: "Ana", locationId: "1" };
    expect(await updateLocation({ ...shop, actor: associate }, "1", parsed)).toEqual(refused);
    expect(await updateLocation(shop, "404", parsed)).toEqual(refused);
    const foreign = { ...shop, shopId: "stranger.myshopify.com" };
    expect(await updateLocation(foreign, "1", parsed)).toEqual(refused);
    const neighbour: Actor = { role: "store_manager", name: "Bo", locationId: "2" };
    const pause = { until: null, reason: "" };
    expect(await pauseLocation({ ...shop, actor: neighbour }, "1", pause)).toEqual(refused);
    expect(await stored()).toMatchObject({ type: "store", paused: false });
  });
});

describe("a pause", () => {
  it("lasts until its end, then wakes waiting orders", async () => {
    await store(live());
    const until = new Date(testNow.getTime() + 3_600_000);
    expect(await pauseLocation(shop, "1", { until, reason: "short-staffed" })).toEqual({
      ok: true,
    });
    const location = await stored();
    if (!location) throw new Error("no location");
    expect(isPausedAt(location, testNow)).toBe(true);
    expect(isPausedAt(location, until)).toBe(false);
    expect(await woken()).toHaveLength(1);
  });

  it("ends at once when someone resumes the location", async () => {
    await store(live());
    await pauseLocation(shop, "1", { until: null, reason: "flood" });
    expect(await woken()).toEqual([]);
    expect(await resumeLocation(shop, "1")).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ paused: false, pausedReason: "" });
    expect(await woken()).toEqual([{ shopId: shop.shopId, events: ["location_reopened"] }]);
    const log = await inShop(shop, (tx) => tx.auditEntry.findMany({ orderBy: { entryId: "asc" } }));
    expect(log.map((entry) => [entry.action, entry.actor])).toEqual([
      ["location_paused", "Olu"],
      ["location_resumed", "Olu"],
    ]);
  });
});
