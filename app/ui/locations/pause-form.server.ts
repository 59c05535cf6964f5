import { DateTime } from "luxon";
import { z } from "zod";

/**
 * The pause dialog's form: `until` as a date and time on the clock named by `timeZone` (the one the
 * dialog showed), or empty for "until somebody resumes it"; it must lie after `now`.
 */
export function pauseForm(now: Date) {
  return z
    .object({
      until: z.string().default(""),
      timeZone: z.string().default("UTC"),
      reason: z.string().trim().min(1, "Say why, for whoever wonders").max(255),
    })
    .transform(({ until, timeZone, reason }, check) => {
      if (until === "") return { until: null, reason };
      const instant = DateTime.fromISO(until, { zone: timeZone });
      if (instant.isValid && instant.toJSDate() > now) return { until: instant.toJSDate(), reason };
      const message = instant.isValid
        ? "Choose a moment that is still to come"
        : "Not a date and time";
      check.addIssue({ code: "custom", path: ["until"], message });
      return z.NEVER;
    });
}
