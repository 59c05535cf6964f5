import { inShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { cancel } from "#app/queue/outcome.ts";
import { systemContext } from "#app/shop-context.ts";
import { ShopifyError } from "#app/shopify/errors.ts";
import { isLockOut } from "#app/shopify/is-lock-out.ts";
import { lockOutKey } from "./lock-out.ts";
import { missingScopes } from "./missing-scopes.ts";

/**
 * What a job does that Shopify turned away because of the app, not of the call: a person is told
 * once for the whole shop, and the job ends. What it was to do stays in its table and is started
 * again by `endLockOut`. Every other error is thrown on.
 *
 * Where all scopes are granted as far as we know, either news of a change is on its way or was
 * overtaken by this job: it is tried again with backoff, and set aside for a person in the end.
 */
export async function noteLockOut(shopId: string, error: unknown): Promise<JobOutcome> {
  if (!(error instanceof ShopifyError) || !isLockOut(error)) throw error;
  const shop = systemContext(shopId);
  const isKnown = await inShop(shop, async (tx) => {
    const row = await tx.shop.findUnique({ where: { shopId } });
    if (!row || row.uninstalledAt) return true;
    const missing = missingScopes(env.SCOPES, row.scopes.split(","));
    if (error.code === "ACCESS_DENIED" && missing.length === 0) return false;
    await raiseExceptions(tx, shop, [
      {
        queue: "locked_out",
        key: lockOutKey,
        summary: `Shopify turns Backroom away: ${error.message}`,
        evidence: { error: error.message, missingScopes: missing },
      },
    ]);
    return true;
  });
  if (isKnown) return cancel(error.message);
  throw new Error(`Shopify denied what it had granted: ${error.message}`, { cause: error });
}
