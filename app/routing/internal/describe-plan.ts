import type { Parcel, Proof, UnfilledUnits } from "../plan.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion, SitePlan } from "./criteria.ts";
import type { Ruling } from "./decide-order.ts";
import type { Effort } from "./effort.ts";
import { measureSurcharge } from "./measure-surcharge.ts";
import { formatMoney } from "./money.ts";

/** The parcels of a plan, by location id, their lines by line id. */
export function describeParcels(problem: Problem, plan: SitePlan): Parcel[] {
  const { world, locations, lines } = problem;
  return plan.sites.map((site, index) => {
    const at = locations[site]!;
    const units = plan.units[index]!;
    return {
      locationId: world.net.locations[at]!.location.id,
      distanceKm: Number.isNaN(world.metres[at]!) ? null : world.metres[at]! / 1000,
      deliveryDays: world.days[at]!,
      cost: formatMoney(costParcel(problem, plan, index)),
      lines: lines.flatMap(({ id }, line) =>
        units[line]! > 0 ? [{ lineId: id, quantity: units[line]! }] : [],
      ),
    };
  });
}

/** The plan's cost, split penalties included, in 1/10,000. */
export function costPlan(problem: Problem, plan: SitePlan): number {
  const penalties = problem.world.net.splitPenalty * (plan.sites.length - 1);
  return plan.sites.reduce((sum, _, index) => sum + costParcel(problem, plan, index), penalties);
}

function costParcel(
  { world, locations, lines, skuCount, unitCost }: Problem,
  { sites, units }: SitePlan,
  index: number,
): number {
  const site = sites[index]!;
  return units[index]!.reduce(
    (sum, amount, line) => sum + amount * unitCost[site * skuCount + lines[line]!.sku]!,
    world.parcelCost[locations[site]!]! + measureSurcharge(world, locations[site]!, units[index]!),
  );
}

/** The days until the last parcel arrives. */
export function countDays({ world, locations }: Problem, plan: SitePlan): number {
  return Math.max(...plan.sites.map((site) => world.days[locations[site]!]!));
}

/** What nobody ships, by line id. */
export function describeUnfilled({ problem, best, reason }: Ruling): UnfilledUnits[] {
  return problem.lines.flatMap(({ id, quantity }, line) => {
    const shipped = best ? best.plan.units.reduce((sum, units) => sum + units[line]!, 0) : 0;
    return shipped < quantity ? [{ lineId: id, quantity: quantity - shipped, reason }] : [];
  });
}

/** The proof: the bound on the first priority among plans as well filled and as well located. */
export function describeProof({ criteria, best, priorities }: Ruling, effort: Effort): Proof {
  const nodes = effort.nodes;
  if (!best) return { optimal: !effort.isSpent(), bound: null, nodes };
  const first = criteria.findIndex(({ name }) => name === priorities[0]);
  const bound = formatValue(criteria[first]!, best.bounds[first]!);
  return { optimal: best.optimal, bound, nodes };
}

function formatValue({ name, offset }: Criterion, value: number): string {
  if (name === "lowest_cost") return formatMoney(value + offset);
  // The least loss is the highest margin.
  if (name === "highest_margin") return formatMoney(-(value + offset));
  if (name === "nearest") return (value / 1000).toFixed(3);
  return String(value);
}
