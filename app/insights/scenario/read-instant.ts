import { ContractBreach } from "#app/rules/parse-ruleset-fields.ts";

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** An ISO 8601 instant with an offset or Z, on a day that exists. */
export function readInstant(value: unknown, path: string): string {
  const parts = typeof value === "string" ? INSTANT.exec(value) : null;
  if (!parts || !exists(parts.slice(1).map((part) => Number(part ?? 0)))) {
    throw new ContractBreach(path, "must be an ISO 8601 time with an offset or Z");
  }
  return parts[0];
}

function exists(parts: readonly number[]): boolean {
  const [year, month, day, hour, minute, second, offsetHours, offsetMinutes] = parts as Instant;
  const lastDay = month >= 1 && month <= 12 ? daysIn(year, month) : 0;
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  return day >= 1 && day <= lastDay && isTime && offsetHours <= 23 && offsetMinutes <= 59;
}

type Instant = [number, number, number, number, number, number, number, number];

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
