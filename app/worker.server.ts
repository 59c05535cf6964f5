import { receiveWebhooks } from "./intake/receive-webhooks.server.ts";
import { wakeExceptions } from "./exceptions/wake-exceptions.server.ts";
import { raiseDeadJob } from "./exceptions/raise-dead-job.server.ts";
import { importHistory } from "./insights/history/import-history.server.ts";
import { syncHistory } from "./insights/history/sync-history.server.ts";
import { judgePilots } from "./insights/pilot/judge-pilots.server.ts";
import { decideShadows } from "./insights/shadow/decide-shadows.server.ts";
import { replayRules } from "./insights/replay/replay-rules.server.ts";
import { auditOneLocation, auditStock } from "./inventory/audit-stock.server.ts";
import { measureAccuracy } from "./inventory/counting/measure-accuracy.server.ts";
import { settleLeftCount } from "./inventory/counting/settle-count.server.ts";
import { refreshOpportunityCosts } from "./inventory/opportunity/refresh-opportunity-costs.server.ts";
import { importCatalog } from "./inventory/import-catalog.server.ts";
import { syncCatalog } from "./inventory/sync-catalog.server.ts";
import { syncLocations } from "./inventory/sync-locations.server.ts";
import { syncProducts } from "./inventory/sync-products.server.ts";
import { placeOrder } from "./orders/place-order.server.ts";
import { closeWindows } from "./orders/close-windows.server.ts";
import { reconsiderOrders } from "./orders/reconsider-orders.server.ts";
import { reconcileOrders } from "./orders/reconcile-orders.server.ts";
import { routeDirtyOrders } from "./orders/route-dirty-orders.server.ts";
import { expirePickTasks } from "./picking/expire-pick-tasks.server.ts";
import { settleIntent } from "./picking/settle-intent.server.ts";
import type { JobOutcome } from "./queue/outcome.ts";
import { startDueJobs } from "./queue/start-due-jobs.server.ts";
import type { JobHandlers } from "./queue/work.server.ts";
import { startWorking } from "./queue/work.server.ts";
import { publishDueRules } from "./rules/publish-due-rules.server.ts";
import { eraseCustomer } from "./shops/erase-customer.server.ts";
import { eraseShop } from "./shops/erase-shop.server.ts";
import { exportCustomer } from "./shops/export-customer.server.ts";
import { noteLockOut } from "./shops/note-lock-out.server.ts";

/** Door 2: every kind of background work and the one function that does it. */
export const jobHandlers: JobHandlers = {
  "receive-webhooks": (payloads) => receiveWebhooks(payloads),
  "route-orders": single(routeDirtyOrders),
  "place-order": single(placeOrder),
  "settle-intent": single(settleIntent),
  "sync-catalog": single(syncCatalog),
  "sync-locations": single(syncLocations),
  "sync-products": single(syncProducts),
  "import-catalog": single(importCatalog),
  "sync-history": single(syncHistory),
  "import-history": single(importHistory),
  "replay-rules": single(replayRules),
  "reconcile-orders": single(reconcileOrders),
  "audit-stock": single(auditStock),
  "audit-location": single(auditOneLocation),
  "settle-count": single(settleLeftCount),
  "measure-accuracy": single(measureAccuracy),
  "refresh-opportunity-costs": single(refreshOpportunityCosts),
  "close-windows": single(closeWindows),
  "reconsider-orders": single(reconsiderOrders),
  "expire-pick-tasks": single(expirePickTasks),
  "wake-exceptions": single(wakeExceptions),
  "publish-due-rules": single(publishDueRules),
  "decide-shadows": single(decideShadows),
  "judge-pilots": single(judgePilots),
  "erase-shop": single(eraseShop),
  "erase-customer": single(eraseCustomer),
  "export-customer": single(exportCustomer),
  tick: () => startDueJobs(),
};

/** Starts the loop; it ends with the process's `stopBoss`. */
export function runWorker(): Promise<void> {
  return startWorking(jobHandlers, raiseDeadJob);
}

/** Kinds with a batch size of one get their only payload. Work that Shopify locks out waits. */
function single<Payload extends { readonly shopId: string }>(
  work: (payload: Payload) => Promise<JobOutcome | void>,
) {
  return async (payloads: readonly Payload[]): Promise<JobOutcome | void> => {
    let outcome: JobOutcome | void = undefined;
    for (const payload of payloads) {
      outcome = await work(payload).catch((error: unknown) => noteLockOut(payload.shopId, error));
    }
    return outcome;
  };
}
