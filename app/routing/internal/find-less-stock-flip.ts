import type { Flip } from "../plan.ts";
import type { Ruling } from "./decide-order.ts";

/**
 * The fewest units which, gone from a chosen location, make the plan impossible. Where stock may be
 * taken below its safety level later, even that must not save it.
 */
export function findLessStockFlip({ world, problem, best, relaxation }: Ruling): Flip | null {
  if (!best) return null;
  const steps = world.net.network.ruleset.whenNothingFits;
  const keepsSafety = !relaxation.belowSafetyStock && !steps.includes("below_safety_stock");
  let flip: Extract<Flip, { change: "stock" }> | null = null;
  best.plan.sites.forEach((site, index) => {
    const at = problem.locations[site]!;
    const shipped = world.demand.map(() => 0);
    best.plan.units[index]!.forEach((units, line) => {
      shipped[problem.lines[line]!.sku]! += units;
    });
    shipped.forEach((units, sku) => {
      if (units === 0) return;
      const cell = at * world.items.length + sku;
      const from = world.available[cell]!;
      const to = units - 1 + (keepsSafety ? world.safetyStock[cell]! : 0);
      if (flip && from - to >= flip.from - flip.to) return;
      const locationId = world.net.locations[at]!.location.id;
      flip = { change: "stock", locationId, sku: world.items[sku]!.sku, from, to };
    });
  });
  return flip;
}
