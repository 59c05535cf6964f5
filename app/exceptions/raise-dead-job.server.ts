import { inShop } from "#app/db.server.ts";
import { log } from "#app/log.server.ts";
import type { DeadJob } from "#app/queue/work.server.ts";
import { systemContext } from "#app/shop-context.ts";
import { raiseExceptions } from "./raise-exception.server.ts";

/**
 * Tells a person about background work that failed for good, once per kind of work and what it was
 * about, with the payload (ids only) needed to replay it. Work of no shop is only logged.
 */
export async function raiseDeadJob(job: DeadJob): Promise<void> {
  const { shopId, ...about } = job.payload as Readonly<Record<string, string>>;
  log.error({ kind: job.kind, about, error: job.error }, "job failed for good");
  if (!shopId) return;
  const shop = systemContext(shopId);
  await inShop(shop, (tx) =>
    raiseExceptions(tx, shop, [
      {
        queue: "dead_letter",
        key: ["dead_letter", job.kind, ...Object.values(about)].join(":"),
        ...(about.orderId ? { orderId: about.orderId } : {}),
        summary: `Background work "${job.kind}" failed again and again and was set aside.`,
        evidence: { kind: job.kind, payload: job.payload, error: job.error },
      },
    ]),
  );
}
