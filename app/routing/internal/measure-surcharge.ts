import type { World } from "./build-world.ts";
import { priceParcel } from "./weight-steps.ts";

/**
 * What a parcel from a location costs beyond `parcelCost` and `unitCost`, in 1/10,000: nothing, unless
 * its rates go by weight steps. Takes the units of each line.
 */
export function measureSurcharge(world: World, at: number, units: readonly number[]): number {
  const zone = world.steppedAt?.[at];
  if (!zone) return 0;
  let grams = 0;
  let counted = zone.base;
  let isEmpty = true;
  for (let line = 0; line < units.length; line++) {
    const { sku } = world.lines[line]!;
    if (units[line]! > 0) isEmpty = false;
    grams += units[line]! * world.grams[sku]!;
    counted += units[line]! * zone.ofUnit[sku]!;
  }
  return isEmpty ? 0 : priceParcel(zone.steps, grams) - counted;
}
