import { expect, test } from "vitest";
import { acceptDeadline } from "#app/orders/internal/accept-deadline.ts";

const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, opens: "09:00", closes: "18:00" }));
const denver = { timeZone: "America/Denver", openingHours: weekdays };
const deadline = (now: string, minutes: number, store = denver) =>
  acceptDeadline(new Date(now), minutes, store).toISOString();

test("an open store has its minutes", () => {
  expect(deadline("2026-11-20T17:00:00Z", 60)).toBe("2026-11-20T18:00:00.000Z");
});

test("what is left at closing time goes on when the store opens again", () => {
  // Friday 17:40 in Denver: 20 minutes today, 40 on Monday from 09:00 on.
  expect(deadline("2026-11-21T00:40:00Z", 60)).toBe("2026-11-23T16:40:00.000Z");
});

test("a closed store's minutes begin when it opens", () => {
  expect(deadline("2026-11-21T20:00:00Z", 30)).toBe("2026-11-23T16:30:00.000Z");
});

test("a closed day's minutes do not count, and special hours do", () => {
  const specialDays = new Map([
    ["2026-11-21", [{ opens: "10:00", closes: "10:20" }]],
    ["2026-11-23", []],
  ]);
  // Friday 17:40: 20 minutes that day, 20 on Saturday, none on Monday, 20 on Tuesday from 09:00 on.
  const store = { ...denver, specialDays };
  expect(deadline("2026-11-21T00:40:00Z", 60, store)).toBe("2026-11-24T16:20:00.000Z");
});

test("a store without opening hours is always open", () => {
  expect(deadline("2026-11-21T20:00:00Z", 30, { ...denver, openingHours: [] })).toBe(
    "2026-11-21T20:30:00.000Z",
  );
});

test("wall-clock hours stay through a change of daylight saving time", () => {
  // 8 March 2026, 02:00 becomes 03:00 in Denver: 09:00 is 15:00 UTC from then on.
  const daily = { ...denver, openingHours: [7, 6].map((day) => ({ ...weekdays[0]!, day })) };
  expect(deadline("2026-03-08T01:00:00Z", 30, daily)).toBe("2026-03-08T15:30:00.000Z");
});
