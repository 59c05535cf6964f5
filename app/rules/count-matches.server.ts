import { inShop } from "#app/db.server.ts";
import { matchOrder } from "#app/routing/match-order.ts";
import type { Condition, Ruleset } from "#app/routing/ruleset.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RuleMatches } from "./lint/lint-facts.ts";
import { conditionKey } from "./lint/lint-facts.ts";

interface DecidedRow {
  readonly networkHash: string;
  readonly snapshot: unknown;
}

/**
 * Which of the shop's last orders each condition of a ruleset fits, by the engine's own reading of the
 * snapshot each order was last decided in. Distances to stores are those to the locations of that time.
 */
export async function countMatches(
  shop: ShopContext,
  ruleset: Ruleset,
  lastN: number,
): Promise<RuleMatches> {
  const snapshots = await readLastSnapshots(shop, lastN);
  const conditions = [...ruleset.guardrails, ...ruleset.lanes].flatMap(({ when }) => when ?? []);
  const fitting = conditions.map((condition) => [
    conditionKey(condition),
    listFitting(condition, snapshots),
  ]);
  return { orders: snapshots.length, fitting: Object.fromEntries(fitting) };
}

function listFitting(condition: Condition, snapshots: readonly Snapshot[]): number[] {
  return snapshots.flatMap((snapshot, at) => (matchOrder(condition, snapshot) ? [at] : []));
}

/** The newest orders first, each as in the decision that stands. */
async function readLastSnapshots(
  shop: Pick<ShopContext, "shopId">,
  lastN: number,
): Promise<Snapshot[]> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const rows: DecidedRow[] = await tx.decision.findMany({
      where: { shopId, supersededAt: null },
      select: { networkHash: true, snapshot: true },
      orderBy: [{ createdAt: "desc" }, { decisionId: "asc" }],
      take: lastN,
    });
    const hashes = [...new Set(rows.map((row) => row.networkHash))];
    const known = await tx.networkVersion.findMany({ where: { shopId, hash: { in: hashes } } });
    const networks = new Map(known.map((row) => [row.hash, row.network as unknown as Network]));
    return rows.flatMap(({ networkHash, snapshot }) => {
      const network = networks.get(networkHash);
      return network ? [{ ...(snapshot as Omit<Snapshot, "network">), network }] : [];
    });
  });
}
