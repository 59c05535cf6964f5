import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { SetupStep } from "./home-view.ts";

/** The way from installing to the first parcel; null once every step is behind the shop. */
export async function readSetup(
  tx: Tx,
  { shopId }: ShopContext,
): Promise<readonly SetupStep[] | null> {
  const shop = await tx.shop.findUnique({ where: { shopId } });
  const rules = await tx.ruleVersion.findFirst({ where: { shopId }, select: { version: true } });
  const device = await tx.storeDevice.findFirst({
    where: { shopId, secretHash: { not: null }, revokedAt: null },
    select: { deviceId: true },
  });
  const decision = await tx.decision.findFirst({
    where: { shopId },
    select: { decisionId: true },
  });
  const steps: SetupStep[] = [
    { id: "import", done: shop?.firstSync === "done" },
    { id: "rules", done: rules !== null },
    { id: "first_order", done: decision !== null },
    { id: "device", done: device !== null },
  ];
  return steps.every(({ done }) => done) ? null : steps;
}
