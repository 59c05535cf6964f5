import { describe, expect, test } from "vitest";
import { resolvePeriod } from "#app/rules/local-period.ts";

const start = (starts: string, timeZone: string) => {
  const period = resolvePeriod({ starts, ends: null }, timeZone);
  return period.ok ? period.startsAt.toISOString() : period.field;
};

describe("a time on the shop's clock", () => {
  test("is another instant in summer than in winter", () => {
    expect(start("2026-11-27T00:00", "America/New_York")).toBe("2026-11-27T05:00:00.000Z");
    expect(start("2026-07-03T00:00", "America/New_York")).toBe("2026-07-03T04:00:00.000Z");
    expect(start("2026-11-27T00:00", "Asia/Kolkata")).toBe("2026-11-26T18:30:00.000Z");
  });

  test("that is skipped when clocks go forward does not exist", () => {
    expect(start("2026-03-08T02:30", "America/New_York")).toBe("starts");
    expect(start("2026-03-08T03:00", "America/New_York")).toBe("2026-03-08T07:00:00.000Z");
    expect(start("2026-03-29T02:00", "Europe/Berlin")).toBe("starts");
  });

  test("that comes twice when clocks go back is the first", () => {
    expect(start("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
    expect(start("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  test("must be a time", () => {
    for (const text of ["", "tomorrow", "2026-02-30T10:00", "2026-11-27", "2026-11-27T24:30"]) {
      expect(start(text, "America/New_York")).toBe("starts");
    }
    const period = { starts: "2026-11-27T00:00", ends: "2027-03-14T02:15" };
    expect(resolvePeriod(period, "America/New_York")).toEqual({ ok: false, field: "ends" });
  });

  test("spans a change of the clocks by the wall, not by hours", () => {
    const period = resolvePeriod(
      { starts: "2026-10-31T00:00", ends: "2026-11-02T00:00" },
      "America/New_York",
    );
    if (!period.ok || !period.endsAt) throw new Error("a period was expected");
    expect((period.endsAt.getTime() - period.startsAt.getTime()) / 3_600_000).toBe(49);
  });
});
