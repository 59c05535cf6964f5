import { DateTime } from "luxon";

/** When a draft holds, on the clock of the shop: "2026-11-27T00:00". */
export interface LocalPeriod {
  readonly starts: string;
  /** Null: for good. */
  readonly ends: string | null;
}

export interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export type ResolvedPeriod =
  | ({ readonly ok: true } & Period)
  /** That minute is skipped when the clocks go forward, or is no time at all. */
  | { readonly ok: false; readonly field: keyof LocalPeriod };

/**
 * The instants a period on the shop's clock means. A minute that comes twice, when clocks go back, is
 * the first of the two.
 */
export function resolvePeriod({ starts, ends }: LocalPeriod, timeZone: string): ResolvedPeriod {
  const startsAt = resolveMinute(starts, timeZone);
  if (!startsAt) return { ok: false, field: "starts" };
  if (ends === null) return { ok: true, startsAt, endsAt: null };
  const endsAt = resolveMinute(ends, timeZone);
  return endsAt ? { ok: true, startsAt, endsAt } : { ok: false, field: "ends" };
}

function resolveMinute(local: string, timeZone: string): Date | null {
  const moment = DateTime.fromFormat(local, "yyyy-MM-dd'T'HH:mm", { zone: timeZone });
  // Luxon moves a skipped minute on by the length of the gap.
  if (!moment.isValid || moment.toFormat("yyyy-MM-dd'T'HH:mm") !== local) return null;
  const [first = moment] = [...moment.getPossibleOffsets()].sort(
    (one, other) => one.toMillis() - other.toMillis(),
  );
  return first.toJSDate();
}
