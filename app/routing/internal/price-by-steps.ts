import type { World } from "./build-world.ts";
import type { CompiledZone } from "./compile-network.ts";
import { drawLineBelow, type SteppedZone } from "./weight-steps.ts";

type Priced = Pick<
  World,
  "demand" | "grams" | "available" | "capacity" | "parcelCost" | "unitCost"
>;

/**
 * Adds to the costs of every location whose zone goes by weight steps a line below its prices, as
 * close as can be for what the location has of the order. Returns the zones, null where prices are
 * linear; null altogether when all are.
 */
export function priceBySteps(
  world: Priced,
  zoneOf: (at: number) => CompiledZone,
): (SteppedZone | null)[] | null {
  const stepped: (SteppedZone | null)[] = [];
  for (let at = 0; at < world.capacity.length; at++) {
    const { steps } = zoneOf(at);
    const zone = steps && drawLineBelow(steps, measureMost(world, at), world.grams);
    stepped.push(zone);
    if (!zone) continue;
    world.parcelCost[at]! += zone.base;
    const from = at * world.grams.length;
    zone.ofUnit.forEach((price, sku) => {
      world.unitCost[from + sku]! += price;
    });
  }
  return stepped.every((zone) => zone === null) ? null : stepped;
}

/** The heaviest parcel of the order the location could send, in grams. */
function measureMost({ demand, grams, available }: Priced, at: number): number {
  let total = 0;
  for (let sku = 0; sku < grams.length; sku++) {
    const units = Math.min(demand[sku]!, available[at * grams.length + sku]!);
    if (units > 0) total += units * grams[sku]!;
  }
  return total;
}
