import type { Tx } from "#app/db.server.ts";
import type { Decision as DecisionRow, Prisma, ShadowRun } from "#app/generated/prisma/client.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import { decideInShadow, isSameChoice } from "./decide-in-shadow.ts";
import { listUnits } from "./list-units.ts";
import { readShadowLedger } from "./read-shadow-ledger.server.ts";
import { storeLiveUnits, storeShadowUnits } from "./store-shadow-units.server.ts";

/**
 * Decides an order by a run's rules beside its live decision and keeps both. `networks` holds what was
 * loaded before, by hash: the engine prepares a network once per object.
 */
export async function shadowOrder(
  tx: Tx,
  run: ShadowRun,
  row: DecisionRow,
  networks: Map<string, Network>,
): Promise<void> {
  const { shopId, shadowId } = run;
  const snapshot = row.snapshot as unknown as Snapshot;
  const live = row.plan as unknown as Decision;
  const network = await loadNetwork(tx, run, row.networkHash, networks);
  if (!network) return;
  const skus = snapshot.items.map(({ sku }) => sku);
  const at = row.createdAt;
  const ledger = await readShadowLedger(tx, { shopId, shadowId, skus, at });
  const plan = toKept(decideInShadow(snapshot, network, ledger));
  await tx.shadowDecision.create({
    data: {
      ...{ shopId, shadowId, orderId: row.orderId, decisionId: row.decisionId, decidedAt: at },
      ...{ differs: !isSameChoice(live, plan), liveOutcome: live.outcome, liveCost: live.cost },
      ...{ liveParcels: live.parcels.length, liveDays: live.deliveryDays },
      ...{ outcome: plan.outcome, cost: plan.cost, parcels: plan.parcels.length },
      ...{ days: plan.deliveryDays, plan: plan as unknown as Prisma.InputJsonObject },
    },
  });
  const order = { shopId, shadowId, orderId: row.orderId };
  await storeLiveUnits(tx, order, listUnits(snapshot, live));
  await storeShadowUnits(tx, order, listUnits(snapshot, plan));
}

/** The report shows what would have been done; whoever asks why tries the draft on the order itself. */
function toKept({ outcome, lane, cost, deliveryDays, parcels, unfilled, relaxed }: Decision) {
  return { outcome, lane, cost, deliveryDays, parcels, unfilled, relaxed };
}

/** The network of the live decision with the run's rules; null when it was erased. */
async function loadNetwork(
  tx: Tx,
  { shopId, ruleset }: ShadowRun,
  hash: string,
  networks: Map<string, Network>,
): Promise<Network | null> {
  const known = networks.get(hash);
  if (known) return known;
  const row = await tx.networkVersion.findUnique({ where: { shopId_hash: { shopId, hash } } });
  if (!row) return null;
  const network = {
    ...(row.network as unknown as Network),
    ruleset: ruleset as unknown as Ruleset,
  };
  networks.set(hash, network);
  return network;
}
