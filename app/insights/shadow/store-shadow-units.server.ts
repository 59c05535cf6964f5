import type { Tx } from "#app/db.server.ts";
import type { TakenUnits } from "./list-units.ts";

interface ShadowedOrder {
  readonly shopId: string;
  readonly shadowId: string;
  readonly orderId: string;
}

/** Writes what an order takes in the shadow; called once per order and run. */
export async function storeShadowUnits(
  tx: Tx,
  order: ShadowedOrder,
  taken: readonly TakenUnits[],
): Promise<void> {
  await store(tx, order, taken, "shadow");
}

/** Writes what an order takes by live routing as it stands now, in place of what it took before. */
export async function storeLiveUnits(
  tx: Tx,
  { shopId, shadowId, orderId }: ShadowedOrder,
  taken: readonly TakenUnits[],
): Promise<void> {
  await tx.shadowUnits.updateMany({
    where: { shopId, shadowId, orderId },
    data: { liveUnits: 0 },
  });
  await store(tx, { shopId, shadowId, orderId }, taken, "live");
}

async function store(
  tx: Tx,
  { shopId, shadowId, orderId }: ShadowedOrder,
  taken: readonly TakenUnits[],
  world: "live" | "shadow",
): Promise<void> {
  for (const { sku, locationId, units } of taken) {
    const key = { shopId, shadowId, orderId, sku, locationId };
    const data = world === "live" ? { liveUnits: { increment: units } } : { shadowUnits: units };
    await tx.shadowUnits.upsert({
      where: { shopId_shadowId_orderId_sku_locationId: key },
      create: { ...key, ...(world === "live" ? { liveUnits: units } : { shadowUnits: units }) },
      update: data,
    });
  }
}
