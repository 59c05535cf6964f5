import type { AmountBounds } from "./allocate-units.ts";
import type { AllocationGoal } from "./allocate-within-limits.ts";
import type { Problem } from "./build-problem.ts";
import { copyBounds } from "./copy-bounds.ts";
import type { SitePlan } from "./criteria.ts";

/**
 * When a plan loses too much that was not made for the least loss, the branches that split one amount not decided yet: as it is,
 * less, or more. None when even the thriftiest plan loses too much; null when the plan is good.
 */
export function splitOnLoss(
  problem: Problem,
  plan: SitePlan,
  bounds: AmountBounds | null,
  open: readonly number[],
  loss: NonNullable<AllocationGoal["loss"]>,
): AmountBounds[] | null {
  if (loss.measure(plan) <= loss.limit) return null;
  const within = copyBounds(problem, bounds);
  if (leastLoss(problem, open, within, loss) > loss.limit) return [];
  for (const site of open) {
    for (let line = 0; line < problem.lines.length; line++) {
      const cell = site * problem.lines.length + line;
      if (within.low[cell]! === within.high[cell]!) continue;
      const at = plan.sites.indexOf(site);
      return splitAmount(problem, within, cell, at < 0 ? 0 : plan.units[at]![line]!);
    }
  }
  return [];
}

/**
 * A loss no allocation can go below: the parcels that must be, what is committed, and every line
 * from where it earns most, capacities left aside. In a partial plan what earns nothing may stay.
 */
function leastLoss(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds,
  loss: NonNullable<AllocationGoal["loss"]>,
): number {
  let total = leastFixed(problem, open, bounds, loss);
  problem.lines.forEach(({ quantity }, line) => {
    let left = quantity;
    const sites = [...open].sort((a, b) => loss.price(a, line) - loss.price(b, line));
    for (const site of sites) {
      const low = bounds.low[site * problem.lines.length + line]!;
      total += low * loss.price(site, line);
      left -= low;
    }
    for (const site of sites) {
      const cell = site * problem.lines.length + line;
      const more = Math.max(0, Math.min(left, bounds.high[cell]! - bounds.low[cell]!));
      if (problem.partial && loss.price(site, line) >= 0) break;
      total += more * loss.price(site, line);
      left -= more;
    }
  });
  return total;
}

/** Parcels with committed units are paid for; without any, the cheapest one is. */
function leastFixed(
  problem: Problem,
  open: readonly number[],
  { low }: AmountBounds,
  { fixed }: NonNullable<AllocationGoal["loss"]>,
): number {
  const lineCount = problem.lines.length;
  const committed = open.filter((site) =>
    low.subarray(site * lineCount, (site + 1) * lineCount).some((units) => units > 0),
  );
  if (committed.length === 0) return Math.min(...open.map((site) => fixed[site]!));
  return committed.reduce((sum, site) => sum + fixed[site]!, 0);
}

function splitAmount(
  problem: Problem,
  bounds: AmountBounds,
  cell: number,
  amount: number,
): AmountBounds[] {
  const same = copyBounds(problem, bounds);
  same.low[cell] = same.high[cell] = amount;
  const branches = [same];
  if (amount > bounds.low[cell]!) {
    const less = copyBounds(problem, bounds);
    less.high[cell] = amount - 1;
    branches.push(less);
  }
  if (amount < bounds.high[cell]!) {
    const more = copyBounds(problem, bounds);
    more.low[cell] = amount + 1;
    branches.push(more);
  }
  return branches;
}
