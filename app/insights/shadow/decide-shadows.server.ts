import type { Clock } from "#app/clock.ts";
import { systemClock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { Decision as DecisionRow, ShadowRun } from "#app/generated/prisma/client.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { Network } from "#app/routing/snapshot.ts";
import { systemContext } from "#app/shop-context.ts";
import { followLiveOrder } from "./follow-live-order.server.ts";
import { shadowOrder } from "./shadow-order.server.ts";

/** Decisions looked at in one transaction; more than one batch of live routing stores at once. */
const PER_STEP = 200;
const TIMEOUT_MS = 60_000;

/**
 * Job `decide-shadows`: each running draft decides, one after another and in their order, the orders
 * that live routing decided since it last looked. Safe to repeat: an order is decided once per run.
 */
export async function decideShadows(
  { shopId }: JobPayloads["decide-shadows"],
  clock: Clock = systemClock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const runs = await inShop(shop, (tx) =>
    tx.shadowRun.findMany({ where: { shopId, stoppedAt: null }, orderBy: { startedAt: "asc" } }),
  );
  for (const { shadowId } of runs) {
    let isBehind = true;
    while (isBehind) {
      isBehind = await inShop(shop, (tx) => takeStep(tx, shopId, shadowId), {
        timeout: TIMEOUT_MS,
      });
    }
  }
}

/** Looks at the next decisions; true while there may be more. */
async function takeStep(tx: Tx, shopId: string, shadowId: string): Promise<boolean> {
  await lockShop(tx, shopId, "shadow");
  const run = await tx.shadowRun.findFirst({ where: { shopId, shadowId, stoppedAt: null } });
  if (!run) return false;
  const decisions = await tx.decision.findMany({
    where: { shopId, createdAt: { gte: run.seenUpTo } },
    orderBy: [{ createdAt: "asc" }, { sequence: "asc" }, { decisionId: "asc" }],
    take: PER_STEP,
  });
  const networks = new Map<string, Network>();
  for (const decision of decisions) await look(tx, run, decision, networks);
  const last = decisions.at(-1);
  if (!last || last.createdAt.getTime() === run.seenUpTo.getTime()) return false;
  await tx.shadowRun.update({
    where: { shopId_shadowId: { shopId, shadowId } },
    data: { seenUpTo: last.createdAt },
  });
  return decisions.length === PER_STEP;
}

/** An order's first decision is decided again; a later one only moves what live routing takes. */
async function look(
  tx: Tx,
  run: ShadowRun,
  decision: DecisionRow,
  networks: Map<string, Network>,
): Promise<void> {
  const { shopId, shadowId } = run;
  const { orderId } = decision;
  const known = await tx.shadowDecision.findUnique({
    where: { shopId_shadowId_orderId: { shopId, shadowId, orderId } },
    select: { decisionId: true },
  });
  if (known) {
    if (known.decisionId !== decision.decisionId) await followLiveOrder(tx, run, decision);
  } else if (isByLiveRules(decision)) {
    await shadowOrder(tx, run, decision, networks);
  }
}

/** A person's choice, or one by a pilot's rules, would say nothing about the live ones. */
function isByLiveRules({ sequence, actor, arm }: DecisionRow): boolean {
  return sequence === 1 && actor === "backroom" && arm !== "treatment";
}
