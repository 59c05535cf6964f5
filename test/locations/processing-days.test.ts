import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { OpeningHours } from "#app/locations/opening-hours.ts";
import { processingDays } from "#app/locations/processing-days.ts";

const seed = 20261121;
const weekdays: OpeningHours[] = [1, 2, 3, 4, 5].map((day) => ({
  day,
  opens: "09:00",
  closes: "18:00",
}));
const denver = { timeZone: "America/Denver", openingHours: weekdays, cutoff: "15:00" };
const local = (text: string, zone = "America/Denver") =>
  DateTime.fromISO(text, { zone }).toJSDate();

describe("days until a parcel leaves", () => {
  it.each([
    ["Friday before cutoff", "2026-11-20T14:59", 0],
    ["Friday before opening", "2026-11-20T06:00", 0],
    ["Friday at cutoff", "2026-11-20T15:00", 3],
    ["Saturday", "2026-11-21T10:00", 2],
    ["Sunday night", "2026-11-22T23:59", 1],
    ["Monday after closing", "2026-11-23T19:00", 1],
  ])("%s", (_, at, days) => {
    expect(processingDays(local(at), denver)).toBe(days);
  });

  it("without hours and cutoff: today, always", () => {
    const times = { timeZone: "UTC", openingHours: [], cutoff: "" };
    expect(processingDays(local("2026-11-22T23:59", "UTC"), times)).toBe(0);
  });

  it("without a cutoff: until closing, past midnight too", () => {
    const late = [{ day: 6, opens: "18:00", closes: "00:00" }];
    const times = { ...denver, openingHours: late, cutoff: "" };
    expect(processingDays(local("2026-11-21T23:59"), times)).toBe(0);
    expect(processingDays(local("2026-11-22T00:00"), times)).toBe(6);
  });

  it("an unknown zone counts as UTC", () => {
    const times = { ...denver, timeZone: "Mars/Olympus" };
    expect(processingDays(local("2026-11-20T14:59", "UTC"), times)).toBe(0);
    expect(processingDays(local("2026-11-20T15:00", "UTC"), times)).toBe(3);
  });

  it(`keeps the cutoff at its wall-clock time on every day of the year (seed ${seed})`, () => {
    const zones = ["America/Denver", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu"];
    const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: "00:00", closes: "00:00" }));
    const open = always.map((hours) => ({ ...hours, opens: "00:01" }));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 364 }), (zone, day) => {
        const cutoff = DateTime.fromISO("2026-01-01T15:00", { zone }).plus({ days: day });
        const times = { timeZone: zone, openingHours: open, cutoff: "15:00" };
        expect(processingDays(cutoff.minus({ minutes: 1 }).toJSDate(), times)).toBe(0);
        expect(processingDays(cutoff.toJSDate(), times)).toBe(1);
      }),
      { seed },
    );
  });

  it(`always leads to an open day (seed ${seed})`, () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
    const instants = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, instants, (openDays, now) => {
        const openingHours = openDays.map((day) => ({ day, opens: "09:00", closes: "17:00" }));
        const days = processingDays(now, { ...denver, openingHours });
        const leaves = DateTime.fromJSDate(now, { zone: denver.timeZone }).plus({ days });
        expect(openDays).toContain(leaves.weekday);
      }),
      { seed },
    );
  });
});
