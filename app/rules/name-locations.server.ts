import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Names for the location ids in rules, those the shop no longer has included. */
export async function nameLocations(
  tx: Tx,
  { shopId }: ShopContext,
): Promise<(locationId: string) => string> {
  const rows = await tx.location.findMany({
    where: { shopId },
    select: { locationId: true, name: true },
  });
  const names = new Map(rows.map(({ locationId, name }) => [locationId, name]));
  return (id) => names.get(id) ?? `location ${id}, which is gone`;
}
