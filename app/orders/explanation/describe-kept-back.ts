import type { Facts } from "./facts.ts";

/**
 * Who asked that units stay on the shelf: "2 from group Shoes at Denver, 3 doubted by picks and
 * counts". Empty where nothing is kept, and for decisions made before this was written down.
 */
export function describeKeptBack({ snapshot }: Facts, locationId: string, sku: string): string {
  const kept = (snapshot.keptBack ?? []).find(
    (one) => one.locationId === locationId && one.sku === sku,
  );
  if (!kept) return "";
  return [
    ...(kept.safetyStock > 0 ? [`${kept.safetyStock} from ${kept.safetyFrom}`] : []),
    ...(kept.doubted > 0 ? [`${kept.doubted} doubted by picks and counts`] : []),
  ].join(", ");
}
