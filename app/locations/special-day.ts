import type { WorkSpan } from "./opening-hours.ts";

/** A single day on which a location works other hours than usual. */
export interface SpecialDay {
  /** "2026-12-24". */
  readonly on: string;
  /** Shown to people, such as "Inventory count". */
  readonly name: string;
  /** Empty: closed. */
  readonly hours: readonly WorkSpan[];
}

/** A stored JSON column as special days; it was checked when it was written. */
export function readSpecialDays(json: unknown): readonly SpecialDay[] {
  return Array.isArray(json) ? (json as SpecialDay[]) : [];
}
