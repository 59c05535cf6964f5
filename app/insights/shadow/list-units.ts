import type { Decision } from "#app/routing/plan.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";

/** Units an order takes from a shelf. */
export interface TakenUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly units: number;
}

/** The units a decision takes, by shelf; lines of one SKU are added up. */
export function listUnits(
  { order }: Pick<Snapshot, "order">,
  { parcels }: Pick<Decision, "parcels">,
): TakenUnits[] {
  const skus = new Map(order.lines.map(({ id, sku }) => [id, sku]));
  return parcels.flatMap(({ locationId, lines }) => {
    const units = new Map<string, number>();
    for (const { lineId, quantity } of lines) {
      const sku = skus.get(lineId)!;
      units.set(sku, (units.get(sku) ?? 0) + quantity);
    }
    return [...units].map(([sku, count]) => ({ sku, locationId, units: count }));
  });
}
