import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { historyKinds } from "./history-kind.ts";

/** What is known of the shop's past. Instants ISO 8601. */
export interface HistoryState {
  readonly orders: number;
  readonly fromFiles: number;
  readonly firstPlacedAt: string | null;
  readonly lastPlacedAt: string | null;
  /** When Shopify was last read to the end; null before. */
  readonly readAt: string | null;
  readonly isReading: boolean;
  /** Why the last reading failed; empty unless it did. */
  readonly failure: string;
}

/** How many past orders there are, and how fresh they are. */
export async function readHistoryState(tx: Tx, { shopId }: ShopContext): Promise<HistoryState> {
  const all = await tx.pastOrder.aggregate({
    where: { shopId },
    _count: true,
    _min: { placedAt: true },
    _max: { placedAt: true },
  });
  const fromFiles = await tx.pastOrder.count({ where: { shopId, source: "csv" } });
  const runs = await tx.syncRun.findMany({
    where: { shopId, kind: { in: [...historyKinds] } },
    orderBy: { startedAt: "desc" },
    take: 10,
  });
  const done = runs.find(({ status }) => status === "done");
  const latest = runs[0];
  return {
    orders: all._count,
    fromFiles,
    firstPlacedAt: all._min.placedAt?.toISOString() ?? null,
    lastPlacedAt: all._max.placedAt?.toISOString() ?? null,
    readAt: done?.startedAt.toISOString() ?? null,
    isReading: runs.some(({ status }) => status === "running"),
    failure: latest?.status === "failed" ? latest.note : "",
  };
}
