import { lastPostalZone, reachOfZone } from "./postal-zones.ts";
import type { Ladder, RateLine } from "./rate-line.ts";

type Cells = Readonly<Record<string, string>>;

/** Reads one line of a rate card's file; every problem of the line is named at once. */
export function parseRateLine(
  cells: Cells,
  lineNumber: number,
  ladder: Ladder,
): RateLine | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | string[]): T | null => {
    const parsed = parse(cells[name] ?? "");
    if (!Array.isArray(parsed)) return parsed;
    problems.push(...parsed.map((problem) => `${name} ${problem}`));
    return null;
  };
  const line = {
    lineNumber,
    service: read("service", parseService) ?? "",
    upToKm: ladder === "km" ? read("up_to_km", parseReach) : read("zone", parseZone),
    upToKg: read("up_to_kg", parseReach),
    price: read("price", parseMoney) ?? "0",
    perKg: read("per_kg", (text) => (text === "" ? "0" : parseMoney(text))) ?? "0",
    transitDays: read("transit_days", parseDays) ?? 0,
  };
  return problems.length > 0 ? { problems } : line;
}

function parseService(text: string): string | string[] {
  if (text === "") return ["is empty: name the service, such as standard."];
  return text.length <= 255 ? text : ["is longer than 255 characters."];
}

/** Empty means without an end. */
function parseReach(text: string): number | null | string[] {
  if (text === "") return null;
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text) || Number(text) === 0) {
    return [`must be a number above 0 such as 482.8, or empty; it is “${text}”.`];
  }
  return Number(text);
}

function parseZone(text: string): number | null | string[] {
  const zone = Number(text);
  if (!/^\d$/.test(text) || zone < 1 || zone > lastPostalZone) {
    return [`must be a postal zone from 1 to ${lastPostalZone}; it is “${text}”.`];
  }
  return reachOfZone(zone);
}

function parseMoney(text: string): string | string[] {
  if (/^\d{1,6}(\.\d{1,4})?$/.test(text)) return text;
  return [`must be an amount such as 4.80; it is “${text}”.`];
}

function parseDays(text: string): number | string[] {
  if (/^\d{1,2}$/.test(text) && Number(text) <= 60) return Number(text);
  return [`must be whole days from 0 to 60; it is “${text}”.`];
}
