/**
 * When a draft holds, on the shop's clock: "from Nov 27, 2026, 00:00 until Dec 27, 2026, 00:00"; "" when
 * it is on no calendar.
 */
export function describePeriod(
  { startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null },
  timeZone: string,
): string {
  if (!startsAt) return "";
  const from = `from ${formatMinute(startsAt, timeZone)}`;
  return endsAt ? `${from} until ${formatMinute(endsAt, timeZone)}` : `${from}, for good`;
}

function formatMinute(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    ...{ year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ hourCycle: "h23", timeZone },
  } as const).format(new Date(at));
}
