import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { endLockOut } from "./end-lock-out.server.ts";
import { lockOutKey } from "./lock-out.ts";
import { missingScopes } from "./missing-scopes.ts";

/**
 * The merchant granted or took away access scopes; these are all it has now. Without one the app
 * needs, a person is told; with all of them again, the work that waited starts.
 */
export async function changeScopes(
  tx: Tx,
  shop: ShopContext,
  current: readonly string[],
): Promise<void> {
  const { shopId } = shop;
  await tx.shop.updateMany({ where: { shopId }, data: { scopes: current.join(",") } });
  const missing = missingScopes(env.SCOPES, current);
  if (missing.length === 0) return endLockOut(tx, shop);
  await raiseExceptions(tx, shop, [
    {
      queue: "locked_out",
      key: lockOutKey,
      summary: `The shop took ${missing.join(", ")} away from Backroom: its work waits.`,
      evidence: { missingScopes: missing },
    },
  ]);
}
