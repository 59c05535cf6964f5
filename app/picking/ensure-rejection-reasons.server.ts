import type { Tx } from "../db.server.ts";
import { defaultRejectionReasons } from "./default-rejection-reasons.ts";

/** Gives a shop that has no rejection reasons the usual ones; a merchant's own list is left alone. */
export async function ensureRejectionReasons(tx: Tx, shopId: string): Promise<void> {
  if ((await tx.rejectionReason.count({ where: { shopId } })) > 0) return;
  await tx.rejectionReason.createMany({
    data: defaultRejectionReasons.map((reason, position) => ({ shopId, position, ...reason })),
    skipDuplicates: true,
  });
}
