import "#test/setup/database.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { Location, Prisma } from "#app/generated/prisma/client.ts";
import { toEngineLocation } from "#app/orders/to-engine-location.ts";
import { shopContext } from "#test/builders/shop.ts";

const { shopId } = shopContext();
let row: Location;
beforeAll(async () => {
  const data: Prisma.LocationUncheckedCreateInput = {
    ...{ shopId, locationId: "1", name: "Denver", timeZone: "America/Denver", cutoff: "15:00" },
    openingHours: [1, 2, 3, 4, 5].map((day) => ({ day, opens: "09:00", closes: "18:00" })),
    cutoffs: { express: "11:00" },
    ...{ holidayCountry: "US", holidayRegion: "CO" },
  };
  row = await inShop({ shopId }, (tx) => tx.location.create({ data }));
});

const at = (instant: string, change: Partial<Location> = {}) => {
  const { processingDays, pastCutoff, byService, paused } = toEngineLocation(
    { ...row, ...change },
    new Date(instant),
  );
  return { processingDays, pastCutoff, express: byService?.express, paused };
};

describe("what the engine is told of a calendar", () => {
  test("every service by its own cutoff, to the second", () => {
    expect(at("2026-11-20T17:59:59.999Z")).toEqual({
      processingDays: 0,
      pastCutoff: false,
      express: { processingDays: 0, pastCutoff: false },
      paused: false,
    });
    expect(at("2026-11-20T18:00:00.000Z")).toMatchObject({
      processingDays: 0,
      express: { processingDays: 3, pastCutoff: true },
    });
  });

  test("a public holiday is a closed day, with no cutoff to miss", () => {
    const thanksgiving = { processingDays: 1, pastCutoff: false, paused: false };
    expect(at("2026-11-26T17:00:00Z")).toMatchObject(thanksgiving);
    expect(at("2026-11-25T23:00:00Z")).toMatchObject({ processingDays: 2, pastCutoff: true });
  });

  test("a holiday the merchant works on is an ordinary day; own days stand above holidays", () => {
    const holidaysOpen = ["Thanksgiving Day"];
    expect(at("2026-11-26T17:00:00Z", { holidaysOpen })).toMatchObject({ processingDays: 0 });
    const specialDays = [
      { on: "2026-11-26", name: "Black Thursday", hours: [{ opens: "06:00", closes: "12:00" }] },
    ];
    expect(at("2026-11-26T18:59:59Z", { specialDays })).toMatchObject({ processingDays: 0 });
    expect(at("2026-11-26T19:00:00Z", { specialDays })).toMatchObject({ processingDays: 1 });
  });

  test("a location closed for two months ships nothing, as if it were paused", () => {
    const specialDays = Array.from({ length: 70 }, (_, day) => ({
      on: new Date(Date.UTC(2026, 10, 19 + day)).toISOString().slice(0, 10),
      name: "Rebuilding",
      hours: [],
    }));
    expect(at("2026-11-20T17:00:00Z", { specialDays })).toMatchObject({ paused: true });
  });
});
