import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { nextDispatch } from "#app/locations/next-dispatch.ts";
import type { OpeningHours } from "#app/locations/opening-hours.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import type { WorkingTimes } from "#app/locations/working-times.ts";

const seed = 20261121;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hoursOn = (days: readonly number[], opens = "09:00", closes = "18:00"): OpeningHours[] =>
  days.map((day) => ({ day, opens, closes }));
const newYork: WorkingTimes = {
  timeZone: "America/New_York",
  openingHours: hoursOn(everyDay),
  cutoff: "15:00",
};

describe("daylight saving time", () => {
  it("spring: the cutoff keeps its wall-clock time on the short day", () => {
    const cutoff = new Date("2026-03-08T19:00:00Z"); // 15:00 EDT; the day before it was 20:00Z
    expect(processingDays(new Date(cutoff.getTime() - 1), newYork)).toBe(0);
    expect(processingDays(cutoff, newYork)).toBe(1);
    expect(processingDays(new Date("2026-03-07T19:59:59Z"), newYork)).toBe(0);
    expect(processingDays(new Date("2026-03-07T20:00:00Z"), newYork)).toBe(1);
  });

  it("spring: a cutoff inside the hour that is skipped falls as long after midnight as usual", () => {
    const night = {
      ...newYork,
      openingHours: hoursOn(everyDay, "00:30", "06:00"),
      cutoff: "02:30",
    };
    const cutoff = new Date("2026-03-08T07:30:00Z"); // shown as 03:30 EDT
    expect(processingDays(new Date(cutoff.getTime() - 1), night)).toBe(0);
    expect(processingDays(cutoff, night)).toBe(1);
  });

  it("autumn: a cutoff inside the hour that comes twice is the first one, and stays past", () => {
    const night = {
      ...newYork,
      openingHours: hoursOn(everyDay, "00:30", "06:00"),
      cutoff: "01:30",
    };
    const first = new Date("2026-11-01T05:30:00Z"); // 01:30 EDT
    const second = new Date("2026-11-01T06:10:00Z"); // 01:10 EST, the clock went back
    expect(processingDays(new Date(first.getTime() - 1), night)).toBe(0);
    expect(processingDays(first, night)).toBe(1);
    expect(processingDays(second, night)).toBe(1);
  });

  it("autumn: the long day is one day", () => {
    const times = { ...newYork, openingHours: hoursOn([7], "00:00", "23:00"), cutoff: "" };
    expect(processingDays(new Date("2026-11-01T03:59:59Z"), times)).toBe(1);
    expect(processingDays(new Date("2026-11-01T04:00:00Z"), times)).toBe(0);
    expect(processingDays(new Date("2026-11-02T03:59:59Z"), times)).toBe(0);
    expect(processingDays(new Date("2026-11-02T04:00:00Z"), times)).toBe(7);
  });

  it(`keeps the cutoff at its wall-clock time on every day of the year (seed ${seed})`, () => {
    const zones = ["America/Denver", "Europe/Lisbon", "Australia/Lord_Howe", "America/Santiago"];
    const open = hoursOn(everyDay, "00:01", "00:00");
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 364 }), (zone, day) => {
        const cutoff = DateTime.fromISO("2026-01-01T15:00", { zone }).plus({ days: day });
        const times = { timeZone: zone, openingHours: open, cutoff: "15:00" };
        expect(processingDays(cutoff.minus({ milliseconds: 1 }).toJSDate(), times)).toBe(0);
        expect(processingDays(cutoff.toJSDate(), times)).toBe(1);
      }),
      { seed },
    );
  });
});

const instants = fc.date({
  min: new Date("2026-01-01"),
  max: new Date("2027-12-31"),
  noInvalidDate: true,
});
const anyTimes = fc
  .record({
    timeZone: fc.constantFrom("America/Denver", "America/Santiago", "Pacific/Apia", "UTC"),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    span: fc.constantFrom("09:00-17:00", "18:00-02:00", "00:30-00:00"),
    cutoff: fc.constantFrom("", "15:00", "01:30"),
  })
  .map(({ timeZone, days, span, cutoff }) => ({
    timeZone,
    cutoff,
    openingHours: hoursOn(days, ...(span.split("-") as [string, string])),
  }));

describe("for any calendar", () => {
  it(`a parcel leaves on an open day (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyTimes, instants, (times, now) => {
        const days = processingDays(now, times);
        const leaves = DateTime.fromJSDate(now, { zone: times.timeZone }).plus({ days: days! });
        // Work under way may have begun yesterday evening.
        const begun =
          days === 0 ? [leaves.weekday, leaves.minus({ days: 1 }).weekday] : [leaves.weekday];
        expect(times.openingHours.some(({ day }) => begun.includes(day))).toBe(true);
      }),
      { seed },
    );
  });

  it(`deciding later never lets a parcel leave earlier (seed ${seed})`, () => {
    const waits = fc.integer({ min: 0, max: 5 * 86_400_000 });
    fc.assert(
      fc.property(anyTimes, instants, waits, (times, now, wait) => {
        const soon = nextDispatch(now, times, "standard");
        const later = nextDispatch(new Date(now.getTime() + wait), times, "standard");
        expect(later!.leavesAt.getTime()).toBeGreaterThanOrEqual(soon!.leavesAt.getTime());
        expect(soon!.decideBy.getTime()).toBeGreaterThan(now.getTime());
      }),
      { seed },
    );
  });
});
