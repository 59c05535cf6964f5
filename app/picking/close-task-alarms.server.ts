import type { Tx } from "../db.server.ts";
import { resolveExceptions } from "../exceptions/resolve-exceptions.server.ts";
import type { ShopContext } from "../shop-context.ts";

/** What `expire-pick-tasks` raises about a task; one open exception per key. */
export function alarmKeys(taskId: string) {
  return { notAccepted: `not_accepted_in_time:${taskId}`, latePick: `late_pick:${taskId}` };
}

/** Somebody moved on with these tasks: nobody needs to be told any more that they are late. */
export async function closeTaskAlarms(
  tx: Tx,
  shop: ShopContext,
  taskIds: readonly string[],
  resolution: string,
): Promise<void> {
  const keys = taskIds.flatMap((taskId) => Object.values(alarmKeys(taskId)));
  await resolveExceptions(tx, shop, { keys }, resolution);
}
