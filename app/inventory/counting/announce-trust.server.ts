import type { Tx } from "#app/db.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { AccuracyRow } from "./list-accuracy.server.ts";
import { readAccuracy } from "./list-accuracy.server.ts";

const keyOf = (row: AccuracyRow) => `trust:${row.locationId}:${row.groupId}`;

/**
 * Puts before a person which locations lost the pool's trust for a group, once each, and closes what
 * is settled: nobody should find out from missing orders.
 */
export async function announceTrust(tx: Tx, shop: ShopContext): Promise<void> {
  const { shopId } = shop;
  const rows = await readAccuracy(tx, shop);
  const out = rows.filter((row) => row.isOut);
  const open = await tx.exception.findMany({
    where: { shopId, status: "open", key: { startsWith: "trust:" } },
    select: { key: true },
  });
  const outKeys = new Set(out.map(keyOf));
  const settled = open.map(({ key }) => key).filter((key) => !outKeys.has(key));
  if (settled.length > 0) {
    await resolveExceptions(tx, shop, { keys: settled }, "It is back in the pool.");
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
  }
  await raiseExceptions(tx, shop, out.map(describe));
}

function describe(row: AccuracyRow) {
  const what = row.groupName === "" ? "items without a group" : `group ${row.groupName}`;
  const { successes, tries } = row.trust;
  return {
    queue: "stock_mismatch" as const,
    key: keyOf(row),
    locationId: row.locationId,
    summary: `${row.locationName} gets no orders for ${what} until it is counted: only ${successes} of ${tries} picks and counts went well, below ${row.wantedPercent} %.`,
    evidence: { successes, tries, wantedPercent: row.wantedPercent },
  };
}
