import { DateTime } from "luxon";
import type { Order } from "#app/routing/snapshot.ts";

/** An instant as the shop's clock and calendar had it; nothing where the time zone is not known. */
export function tellShopTime(
  at: string,
  timeZone: string | undefined,
): Pick<Order, "localTime" | "weekday"> {
  const local = DateTime.fromISO(at, { zone: timeZone ?? "" });
  if (!local.isValid || !timeZone) return {};
  return { localTime: local.toFormat("HH:mm"), weekday: local.weekday };
}
