import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

export interface PilotEnd {
  readonly status: "stopped" | "ended" | "promoted";
  readonly reason: string;
  readonly publishedVersion?: number;
}

/**
 * Ends a running pilot with an audit entry: orders decided from now on go by the rules in force. One that
 * is over may still be promoted, once. False when there is nothing to end; then nothing changes.
 */
export async function closePilot(
  tx: Tx,
  shop: ShopContext,
  pilotId: string,
  { status, reason, publishedVersion }: PilotEnd,
): Promise<boolean> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  const { count } = await tx.pilot.updateMany({
    where: { shopId, pilotId, status: status === "promoted" ? { not: status } : "running" },
    data: {
      ...{ status, endedAt: now, endedBy: actor.name, endReason: reason },
      publishedVersion: publishedVersion ?? null,
    },
  });
  if (count === 0) return false;
  await tx.auditEntry.create({
    data: {
      ...{ shopId, at: now, actor: actor.name, action: `pilot_${status}` },
      ...{ subject: `pilot ${pilotId}`, detail: { reason } },
    },
  });
  return true;
}
