import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { DraftWrite, SeenDraft } from "./draft-write.ts";
import type { LocalPeriod, Period } from "./local-period.ts";
import { resolvePeriod } from "./local-period.ts";
import { needsApproval } from "./needs-approval.server.ts";
import { periodsMeet } from "./periods-meet.ts";
import { stepDraft } from "./step-draft.server.ts";

/**
 * Puts a draft on the calendar, by the shop's clock. Rules of limited time never overlap: which come
 * back at the end stays clear.
 */
export async function scheduleDraft(
  shop: ShopContext,
  seen: SeenDraft,
  local: LocalPeriod,
): Promise<DraftWrite> {
  return stepDraft(shop, seen, "schedule", async (tx, draft) => {
    const { timeZone } = await readShopFormat(tx, shop);
    const period = resolvePeriod(local, timeZone);
    if (!period.ok) {
      return { because: period.field === "starts" ? "no_such_start" : "no_such_end" };
    }
    const { startsAt, endsAt } = period;
    if (startsAt <= shop.clock.now()) return { because: "starts_in_past" };
    if (endsAt && endsAt <= startsAt) return { because: "ends_before_start" };
    if (draft.approvedBy === "" && (await needsApproval(tx, shop))) {
      return { because: "needs_approval" };
    }
    if (await isTaken(tx, shop, { startsAt, endsAt })) return { because: "overlap" };
    return { fields: { startsAt, endsAt } };
  });
}

async function isTaken(tx: Tx, { shopId }: ShopContext, period: Period): Promise<boolean> {
  const others = await tx.ruleDraft.findMany({
    where: { shopId, state: { in: ["scheduled", "running"] } },
    select: { startsAt: true, endsAt: true },
  });
  return others.some(
    ({ startsAt, endsAt }) => startsAt !== null && periodsMeet(period, { startsAt, endsAt }),
  );
}
