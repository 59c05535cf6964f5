import type { Tx } from "../db.server.ts";

/** The location's name, for sentences; a deleted one is called so. */
export async function readLocationName(
  tx: Tx,
  shopId: string,
  locationId: string,
): Promise<string> {
  const location = await tx.location.findUnique({
    where: { shopId_locationId: { shopId, locationId } },
    select: { name: true },
  });
  return location?.name ?? "a removed location";
}
