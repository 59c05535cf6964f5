interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/**
 * Whether two scheduled drafts get in each other's way. A period without an end is a change at one
 * instant: it meets a period that holds then, or a change at the same instant. Ends are exclusive.
 */
export function periodsMeet(one: Period, other: Period): boolean {
  if (one.startsAt.getTime() === other.startsAt.getTime()) return true;
  return holdsAt(one, other.startsAt) || holdsAt(other, one.startsAt);
}

function holdsAt({ startsAt, endsAt }: Period, at: Date): boolean {
  return endsAt !== null && startsAt <= at && at < endsAt;
}
