import type { Tx } from "#app/db.server.ts";

/** What lies ahead of a shelf, as the engine reads it. */
export interface ShelfOutlook {
  /** Money with 4 decimals; "0.0000" where the shop does not look ahead. */
  readonly opportunityCost: string;
  readonly ageDays: number | null;
  readonly daysOfCover: number | null;
}

/** The outlook of some items' shelves, by `item/location`; shelves never reckoned are absent. */
export async function loadOutlooks(
  tx: Tx,
  shopId: string,
  inventoryItemIds: readonly string[],
): Promise<Map<string, ShelfOutlook>> {
  const { opportunityCost: isOn } = await tx.shop.findUniqueOrThrow({
    where: { shopId },
    select: { opportunityCost: true },
  });
  const rows = await tx.opportunityCost.findMany({
    where: { shopId, inventoryItemId: { in: [...inventoryItemIds] } },
  });
  return new Map(
    rows.map(({ inventoryItemId, locationId, cost, ageDays, daysOfCover }) => [
      `${inventoryItemId}/${locationId}`,
      { opportunityCost: isOn ? cost.toFixed(4) : "0.0000", ageDays, daysOfCover },
    ]),
  );
}
