import type { Tx } from "../db.server.ts";
import { resolveExceptions } from "../exceptions/resolve-exceptions.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { alarmKeys } from "./alarm-keys.ts";

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
