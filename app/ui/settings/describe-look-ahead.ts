import { formatMoney } from "#app/format-money.ts";
import type { LookAheadView } from "#app/shops/show-look-ahead.server.ts";
import { formatInstant } from "../format-instant.ts";

/** What opportunity costs rest on now, in one or two sentences. */
export function describeCosts({ costs, format }: LookAheadView): string {
  const { reckonedAt, bySales, byCover } = costs;
  if (reckonedAt === null) return "Not reckoned yet: it takes a minute after you save.";
  const at = formatInstant(reckonedAt, format.timeZone);
  if (bySales + byCover === 0) return `Reckoned ${at}. No item is scarce anywhere.`;
  const parts = [
    ...(bySales > 0 ? [`${countItems(bySales)} by past orders`] : []),
    ...(byCover > 0 ? [`${countItems(byCover)} by stock alone`] : []),
  ];
  return `Reckoned ${at}. Scarce somewhere: ${parts.join(", ")}.`;
}

export function describeWaiting({ settings, waitingOrders }: LookAheadView): string {
  if (settings.coolOffMinutes === 0 && waitingOrders === 0) return "No order waits.";
  return waitingOrders === 1 ? "1 order waits now." : `${waitingOrders} orders wait now.`;
}

export function describeChanges({ changes, format }: LookAheadView): string {
  if (changes.count === 0) return "No plan was changed in the last 30 days.";
  const plans = changes.count === 1 ? "1 plan was changed" : `${changes.count} plans were changed`;
  return `${plans} in the last 30 days; that saved ${formatMoney(changes.saved, format.currency)}.`;
}

function countItems(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}
