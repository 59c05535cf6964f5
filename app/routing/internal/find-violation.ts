import type { AmountBounds } from "./allocate-units.ts";
import type { AllocationGoal } from "./allocate-within-limits.ts";
import type { ParcelLimit, Problem, ValueFloor } from "./build-problem.ts";
import type { SitePlan } from "./criteria.ts";
import { copyBounds } from "./copy-bounds.ts";
import { splitOnLoss } from "./split-on-loss.ts";

/**
 * The first limit on whole plans that this plan breaks, as the bounds of the branches that together
 * hold every plan keeping it; null when the plan keeps all. An empty list means no such plan exists.
 */
export function findViolation(
  problem: Problem,
  plan: SitePlan,
  bounds: AmountBounds | null,
  open: readonly number[],
  goal: AllocationGoal,
): AmountBounds[] | null {
  for (const limit of problem.parcelLimits) {
    const branches = splitOnParcelLimit(problem, plan, bounds, limit);
    if (branches) return branches;
  }
  if (plan.sites.length > 1) {
    for (const floor of problem.valueFloors) {
      const branches = splitOnValueFloor(problem, plan, bounds, floor);
      if (branches) return branches;
    }
  }
  return goal.loss ? splitOnLoss(problem, plan, bounds, open, goal.loss) : null;
}

/** One parcel too many carries the selected SKUs: of any `max + 1` of them, one must not. */
function splitOnParcelLimit(
  problem: Problem,
  plan: SitePlan,
  bounds: AmountBounds | null,
  limit: ParcelLimit,
): AmountBounds[] | null {
  const carriers = plan.sites.filter((_, index) => carries(problem, plan, index, limit.selects));
  if (carriers.length <= limit.max) return null;
  return carriers.slice(0, limit.max + 1).flatMap((site) => {
    const branch = copyBounds(problem, bounds);
    return forbid(problem, branch, site, limit.selects) ? [branch] : [];
  });
}

/** A parcel is worth too little: it carries none of the selected SKUs, or more of some line. */
function splitOnValueFloor(
  problem: Problem,
  plan: SitePlan,
  bounds: AmountBounds | null,
  floor: ValueFloor,
): AmountBounds[] | null {
  const index = plan.sites.findIndex(
    (_, at) => carries(problem, plan, at, floor.selects) && valueOf(problem, plan, at) < floor.min,
  );
  if (index < 0) return null;
  const site = plan.sites[index]!;
  const branches: AmountBounds[] = [];
  const without = copyBounds(problem, bounds);
  if (forbid(problem, without, site, floor.selects)) branches.push(without);
  problem.lines.forEach((_, at) => {
    const more = copyBounds(problem, bounds);
    const cell = site * problem.lines.length + at;
    const amount = plan.units[index]![at]!;
    if (amount + 1 > more.high[cell]!) return;
    more.low[cell] = Math.max(more.low[cell]!, amount + 1);
    // Lines before this one stay as they are, so that no plan lies in two branches.
    for (let before = 0; before < at; before++) {
      const other = site * problem.lines.length + before;
      more.high[other] = Math.min(more.high[other]!, plan.units[index]![before]!);
    }
    branches.push(more);
  });
  return branches;
}

function carries(
  { lines }: Problem,
  plan: SitePlan,
  index: number,
  selects: readonly boolean[],
): boolean {
  return plan.units[index]!.some((amount, line) => amount > 0 && selects[lines[line]!.sku]!);
}

function valueOf({ lines }: Problem, plan: SitePlan, index: number): number {
  return plan.units[index]!.reduce((sum, amount, line) => sum + amount * lines[line]!.price, 0);
}

/** Bars a site from the selected SKUs; false when it has already committed some. */
function forbid(
  { lines }: Problem,
  bounds: AmountBounds,
  site: number,
  selects: readonly boolean[],
): boolean {
  for (let line = 0; line < lines.length; line++) {
    if (!selects[lines[line]!.sku]) continue;
    const cell = site * lines.length + line;
    if (bounds.low[cell]! > 0) return false;
    bounds.high[cell] = 0;
  }
  return true;
}
