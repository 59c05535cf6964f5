import { formatInstant } from "../format-instant.ts";

/** When a draft holds, on the shop's clock: "from Nov 27, 00:00 until Dec 27, 00:00"; "" when unscheduled. */
export function describePeriod(
  { startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null },
  timeZone: string,
): string {
  if (!startsAt) return "";
  const from = `from ${formatInstant(startsAt, timeZone)}`;
  return endsAt ? `${from} until ${formatInstant(endsAt, timeZone)}` : `${from}, for good`;
}
