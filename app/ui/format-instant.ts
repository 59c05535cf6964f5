const formats = {
  full: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * An instant on the clock of the shop or store: "Nov 21, 14:02", or "14:02" as `time`. The time zone
 * is an argument so that the server and the browser print the same text.
 */
export function formatInstant(
  at: string,
  timeZone: string,
  as: keyof typeof formats = "full",
): string {
  return new Intl.DateTimeFormat("en-US", { ...formats[as], timeZone }).format(new Date(at));
}
