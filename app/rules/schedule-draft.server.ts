import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { periodsMeet } from "./periods-meet.ts";
import { stepDraft } from "./step-draft.server.ts";

export interface DraftPeriod {
  readonly startsAt: Date;
  /** Null: for good. Otherwise the rules in force before come back then. */
  readonly endsAt: Date | null;
}

/** Puts a draft on the calendar. Rules of limited time never overlap: which come back stays clear. */
export async function scheduleDraft(
  shop: ShopContext,
  seen: SeenDraft,
  period: DraftPeriod,
): Promise<DraftWrite> {
  return stepDraft(shop, seen, "schedule", async (tx, draft) => {
    if (period.startsAt <= shop.clock.now()) return { because: "past" };
    if (period.endsAt && period.endsAt <= period.startsAt) return { because: "past" };
    if (draft.approvedBy === "" && (await needsApproval(tx, shop))) {
      return { because: "needs_approval" };
    }
    if (await isTaken(tx, shop, period)) return { because: "overlap" };
    return { fields: { ...period } };
  });
}

async function isTaken(tx: Tx, { shopId }: ShopContext, period: DraftPeriod): Promise<boolean> {
  const others = await tx.ruleDraft.findMany({
    where: { shopId, state: { in: ["scheduled", "running"] } },
    select: { startsAt: true, endsAt: true },
  });
  return others.some(
    ({ startsAt, endsAt }) => startsAt !== null && periodsMeet(period, { startsAt, endsAt }),
  );
}
