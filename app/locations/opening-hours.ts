/** A stretch of work on a location's own clock. */
export interface WorkSpan {
  /** "09:00". */
  readonly opens: string;
  /** "18:00"; at or before `opens` it is on the following day, "00:00" being that midnight. */
  readonly closes: string;
}

/** When a location works on one weekday. Several entries a day may stand. */
export interface OpeningHours extends WorkSpan {
  /** 1 is Monday, 7 Sunday. */
  readonly day: number;
}

/** A stored JSON column as opening hours; it was checked when it was written. */
export function readOpeningHours(json: unknown): readonly OpeningHours[] {
  return Array.isArray(json) ? (json as OpeningHours[]) : [];
}
