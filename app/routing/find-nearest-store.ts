import { buildWorld } from "./internal/build-world.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The location of type store nearest to where the order goes, by the engine's own distance; the first by
 * id of several as near. A pickup's is the place it is picked up at. Null where no distance is known.
 */
export function findNearestStore(snapshot: Snapshot): string | null {
  const { deliveryMethod, pickupLocationId } = snapshot.order;
  if (deliveryMethod === "pickup") return pickupLocationId;
  const { net, metres } = buildWorld(snapshot);
  let nearest: string | null = null;
  let least = Infinity;
  for (const [at, { location }] of net.locations.entries()) {
    if (location.type !== "store" || !(metres[at]! < least)) continue;
    nearest = location.id;
    least = metres[at]!;
  }
  return nearest;
}
