/** When a location works on one weekday, on its own clock. Several entries a day may stand. */
export interface OpeningHours {
  /** 1 is Monday, 7 Sunday. */
  readonly day: number;
  /** "09:00". */
  readonly opens: string;
  /** "18:00"; "00:00" is the end of the day. */
  readonly closes: string;
}

/** A stored JSON column as opening hours; it was checked when it was written. */
export function readOpeningHours(json: unknown): readonly OpeningHours[] {
  return Array.isArray(json) ? (json as OpeningHours[]) : [];
}
