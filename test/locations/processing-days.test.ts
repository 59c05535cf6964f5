import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { isPastCutoff } from "#app/locations/is-past-cutoff.ts";
import { listHolidays } from "#app/locations/list-holidays.server.ts";
import { nextDispatch } from "#app/locations/next-dispatch.ts";
import type { OpeningHours, WorkSpan } from "#app/locations/opening-hours.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import type { WorkingTimes } from "#app/locations/working-times.ts";

const hoursOn = (days: readonly number[], opens = "09:00", closes = "18:00"): OpeningHours[] =>
  days.map((day) => ({ day, opens, closes }));
const denver: WorkingTimes = {
  timeZone: "America/Denver",
  openingHours: hoursOn([1, 2, 3, 4, 5]),
  cutoff: "15:00",
};
const local = (text: string, zone = "America/Denver") =>
  DateTime.fromISO(text, { zone }).toJSDate();
const closedOn = (...days: string[]) =>
  new Map(days.map((on): [string, readonly WorkSpan[]] => [on, []]));

describe("days until a parcel leaves", () => {
  it.each([
    ["Friday before cutoff", "2026-11-20T14:59:59.999", 0],
    ["Friday before opening", "2026-11-20T06:00", 0],
    ["Friday at cutoff, to the second", "2026-11-20T15:00:00.000", 3],
    ["Saturday", "2026-11-21T10:00", 2],
    ["Sunday night", "2026-11-22T23:59:59.999", 1],
    ["Monday's first moment", "2026-11-23T00:00", 0],
    ["Monday after closing", "2026-11-23T19:00", 1],
  ])("%s", (_, at, days) => {
    expect(processingDays(local(at), denver)).toBe(days);
  });

  it("without hours and cutoff: today, always", () => {
    const times = { timeZone: "UTC", openingHours: [], cutoff: "" };
    expect(processingDays(local("2026-11-22T23:59", "UTC"), times)).toBe(0);
  });

  it("without hours, a cutoff ends the day all the same", () => {
    const times = { timeZone: "UTC", openingHours: [], cutoff: "15:00" };
    expect(processingDays(local("2026-11-22T14:59:59", "UTC"), times)).toBe(0);
    expect(processingDays(local("2026-11-22T15:00", "UTC"), times)).toBe(1);
  });

  it("the day turns at the location's own midnight, wherever the clock of the server stands", () => {
    const tokyo = { ...denver, timeZone: "Asia/Tokyo", openingHours: hoursOn([1]), cutoff: "" };
    // Sunday 15:00 UTC is Monday 00:00 in Tokyo.
    expect(processingDays(new Date("2026-11-22T14:59:59.999Z"), tokyo)).toBe(1);
    expect(processingDays(new Date("2026-11-22T15:00:00.000Z"), tokyo)).toBe(0);
  });

  it("an unknown zone counts as UTC", () => {
    const times = { ...denver, timeZone: "Mars/Olympus" };
    expect(processingDays(local("2026-11-20T14:59", "UTC"), times)).toBe(0);
    expect(processingDays(local("2026-11-20T15:00", "UTC"), times)).toBe(3);
  });

  it("each service has its own cutoff, others the general one", () => {
    const times = { ...denver, cutoffs: { express: "11:00", freight: "16:30" } };
    const at = (time: string) => local(`2026-11-20T${time}`);
    expect(processingDays(at("10:59:59"), times, "express")).toBe(0);
    expect(processingDays(at("11:00:00"), times, "express")).toBe(3);
    expect(processingDays(at("14:59:59"), times, "standard")).toBe(0);
    expect(processingDays(at("15:00:00"), times, "standard")).toBe(3);
    expect(processingDays(at("16:29:59"), times, "freight")).toBe(0);
    expect(processingDays(at("16:30:00"), times, "freight")).toBe(3);
  });
});

describe("a cutoff is past", () => {
  it.each([
    ["from the cutoff on", "2026-11-20T15:00:00", true],
    ["not a moment sooner", "2026-11-20T14:59:59.999", false],
    ["on a closed day there is none to miss", "2026-11-21T16:00:00", false],
  ])("%s", (_, at, past) => {
    expect(isPastCutoff(local(at), denver)).toBe(past);
  });
});

describe("several openings and night shifts", () => {
  it("the last closing of the day counts", () => {
    const siesta = [...hoursOn([5], "09:00", "13:00"), ...hoursOn([5], "16:00", "20:00")];
    const times = { ...denver, openingHours: siesta, cutoff: "" };
    expect(processingDays(local("2026-11-20T14:00"), times)).toBe(0);
    expect(processingDays(local("2026-11-20T20:00"), times)).toBe(7);
  });

  it("a closing at midnight is the end of the day", () => {
    const times = { ...denver, openingHours: hoursOn([6], "18:00", "00:00"), cutoff: "" };
    expect(processingDays(local("2026-11-21T23:59:59.999"), times)).toBe(0);
    expect(processingDays(local("2026-11-22T00:00"), times)).toBe(6);
  });

  it("a closing before the opening is on the next day, and what is decided then still leaves", () => {
    const times = { ...denver, openingHours: hoursOn([5], "18:00", "02:00"), cutoff: "" };
    expect(processingDays(local("2026-11-20T23:00"), times)).toBe(0);
    expect(processingDays(local("2026-11-21T01:59:59"), times)).toBe(0);
    expect(processingDays(local("2026-11-21T02:00"), times)).toBe(6);
  });

  it("a cutoff in the small hours belongs to the shift that began the evening before", () => {
    const times = { ...denver, openingHours: hoursOn([5], "18:00", "02:00"), cutoff: "01:00" };
    expect(processingDays(local("2026-11-21T00:59:59"), times)).toBe(0);
    expect(processingDays(local("2026-11-21T01:00"), times)).toBe(6);
  });
});

describe("packing rounds", () => {
  const times: WorkingTimes = {
    ...denver,
    cutoff: "",
    packingRounds: [
      { name: "End of day", startsAt: "16:00", leavesAt: "17:30" },
      { name: "Midday", startsAt: "12:00", leavesAt: "13:00" },
    ],
  };
  const leaves = (at: string) => {
    const dispatch = nextDispatch(local(at), times, "standard");
    return DateTime.fromJSDate(dispatch!.leavesAt, { zone: denver.timeZone }).toFormat("ccc HH:mm");
  };

  it.each([
    ["2026-11-19T11:59:59", "Thu 13:00"],
    ["2026-11-19T12:00:00", "Thu 17:30"],
    ["2026-11-19T15:59:59", "Thu 17:30"],
    ["2026-11-19T16:00:00", "Fri 13:00"],
    ["2026-11-20T16:00:00", "Mon 13:00"],
  ])("decided at %s it leaves on %s", (at, leavesAt) => {
    expect(leaves(at)).toBe(leavesAt);
  });

  it("rounds after closing do not take place", () => {
    const short = {
      ...times,
      specialDays: new Map([["2026-11-20", [{ opens: "09:00", closes: "14:00" }]]]),
    };
    expect(processingDays(local("2026-11-20T11:59"), short)).toBe(0);
    expect(processingDays(local("2026-11-20T12:00"), short)).toBe(3);
  });
});

describe("holidays and closed days", () => {
  it("Thanksgiving and Christmas come from the holiday calendar", () => {
    expect(listHolidays("US", "CO", "2026-11-20", 1)).toEqual([
      { on: "2026-11-26", name: "Thanksgiving Day" },
      { on: "2026-12-25", name: "Christmas Day" },
    ]);
    expect(listHolidays("", "", "2026-11-20")).toEqual([]);
    expect(listHolidays("ZZ", "", "2026-11-20")).toEqual([]);
  });

  it("what is decided on a closed day leaves on the next open one", () => {
    const times = { ...denver, specialDays: closedOn("2026-11-26", "2026-11-27") };
    expect(processingDays(local("2026-11-25T14:59:59"), times)).toBe(0);
    expect(processingDays(local("2026-11-25T15:00:00"), times)).toBe(5);
    expect(processingDays(local("2026-11-26T10:00"), times)).toBe(4);
  });

  it("special hours open a day that is usually closed, and shorten one that is not", () => {
    const specialDays = new Map([
      ["2026-11-21", [{ opens: "10:00", closes: "12:00" }]],
      ["2026-11-23", [{ opens: "09:00", closes: "11:00" }]],
    ]);
    const times = { ...denver, specialDays };
    expect(processingDays(local("2026-11-20T15:00"), times)).toBe(1);
    expect(processingDays(local("2026-11-21T12:00"), times)).toBe(2);
    expect(processingDays(local("2026-11-23T11:00"), times)).toBe(1);
  });

  it("a store that is closed for good has no day", () => {
    const all = Array.from({ length: 70 }, (_, day) =>
      DateTime.fromISO("2026-11-18").plus({ days: day }).toFormat("yyyy-MM-dd"),
    );
    const times = { ...denver, specialDays: closedOn(...all) };
    expect(processingDays(local("2026-11-20T10:00"), times)).toBeNull();
  });
});
