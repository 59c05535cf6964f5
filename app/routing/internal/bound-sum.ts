import { applyPrices, type PackedSum, type Priced } from "./apply-prices.ts";
import type { Bound, Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import { leaveOutDearSites } from "./leave-out-dear-sites.ts";
import { raisePrices } from "./raise-prices.ts";
import { moveAlongSubgradient } from "./move-along-subgradient.ts";

/**
 * A lower bound by Lagrangian relaxation of "every unit is shipped" (A. M. Geoffrion, Mathematical
 * Programming Study 2, 1974): each SKU gets a price, and a site opens only where that pays. Any
 * prices give a true bound; two methods look for good ones. `aim` is the best value known.
 */
export function boundSum(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
  aim: number,
): Bound {
  let kept = sites;
  if (aim < Infinity && !problem.partial) {
    const promising = leaveOutDearSites(problem, criterion, [], sites, required, aim);
    kept = promising.sites;
    if (kept.length === 0) return { ...boundBeyond(criterion), base: promising.least };
  }
  const packed = packSum(problem, criterion, [], kept, required);
  const rounds = aim < Infinity ? ROUNDS : [];
  const root = { problem, criterion, open: [], required, aim, rounds };
  return raiseBound(root, kept, packed, raisePrices(packed));
}

interface Raise {
  readonly problem: Problem;
  readonly criterion: Criterion;
  readonly open: readonly number[];
  readonly required: Requirement;
  readonly aim: number;
  readonly rounds: readonly number[];
}

/** Raises the bound round by round; before each the sites that cannot pay are left out. */
function raiseBound(
  { problem, criterion, open, required, aim, rounds }: Raise,
  sites: readonly number[],
  start: PackedSum,
  first: Priced,
): Bound {
  let kept = sites;
  let packed = start;
  let priced = first;
  for (const steps of rounds) {
    if (priced.bound > aim || kept.length <= FEW_SITES) break;
    const useful = kept.filter((_, at) => !isTooDear(priced, at, aim));
    if (useful.length < MOST_KEPT * kept.length) {
      kept = useful;
      packed = packSum(problem, criterion, open, kept, required);
      priced = applyAgain(packed, priced.prices);
    }
    moveAlongSubgradient(packed, priced, aim, steps);
  }
  return unpack(criterion, kept, priced);
}

/** No site is worth opening. */
function boundBeyond(criterion: Criterion): Omit<Bound, "base"> {
  const reduced = new Float64Array(criterion.fixed.length).fill(Infinity);
  return { reduced, rank: reduced, prices: null };
}

/** Subgradient steps, in rounds, at the root and below it. */
const ROUNDS = [6, 10, 20, 40, 80];
const NODE_ROUNDS = [4, 6, 10];
/** A handful of sites is searched faster than bounded better. */
const FEW_SITES = 8;
/** Leaving sites out pays when fewer than this share stay. */
const MOST_KEPT = 0.8;
/** Values are whole numbers; a bound must exceed one by more than the rounding of doubles. */
const ROUNDING = 1e-3;

/** Would any plan that opens this site be worse than the best value known? */
function isTooDear({ bound, reduced }: Priced, at: number, aim: number): boolean {
  return bound + Math.max(0, reduced[at]!) > aim + ROUNDING + Math.abs(aim) * 1e-12;
}

function applyAgain(packed: PackedSum, prices: Float64Array): Priced {
  const reduced = new Float64Array(packed.siteCount);
  return { bound: applyPrices(packed, prices, reduced), prices, reduced };
}

/**
 * The same bound once some sites are open and paid for, from prices that were good before. It covers
 * what is still to pay: the fixed parts of `open` are not in it.
 */
export function boundRest(
  problem: Problem,
  criterion: Criterion,
  open: readonly number[],
  pool: readonly number[],
  required: Requirement,
  prices: Float64Array,
  aim: number,
): Bound {
  const sites = [...open, ...pool];
  const packed = packSum(problem, criterion, open, sites, required);
  const start = new Float64Array(packed.skuCount);
  start.set(prices.subarray(0, Math.min(prices.length, start.length)));
  const node = { problem, criterion, open, required, aim, rounds: NODE_ROUNDS };
  return raiseBound(node, sites, packed, applyAgain(packed, start));
}

function unpack(criterion: Criterion, sites: readonly number[], priced: Priced): Bound {
  // A site left out would make any plan worse than the best known.
  const reduced = new Float64Array(criterion.fixed.length).fill(Infinity);
  for (let at = 0; at < sites.length; at++) reduced[sites[at]!] = priced.reduced[at]!;
  return { base: priced.bound, reduced, rank: reduced, prices: priced.prices };
}

function packSum(
  problem: Problem,
  criterion: Criterion,
  open: readonly number[],
  sites: readonly number[],
  required: Requirement,
): PackedSum {
  const real = problem.skuCount;
  const parcelsToCome = required.leastParcels - open.length;
  const countsParcels = required.leastParcels > 1 && parcelsToCome > 0;
  const skuCount = countsParcels ? real + 1 : real;
  return {
    siteCount: sites.length,
    skuCount,
    orderSkus: real,
    ...packMatrices(problem, criterion, open, sites, skuCount),
    required: countsParcels ? [...required.units, parcelsToCome] : required.units,
    slack: required.slack,
    capPrices: criterion.name === "loss" && problem.partial,
  };
}

function packMatrices(
  problem: Problem,
  criterion: Criterion,
  open: readonly number[],
  sites: readonly number[],
  skuCount: number,
): Pick<PackedSum, "fixed" | "supply" | "unit"> {
  const real = problem.skuCount;
  const fixed = new Float64Array(sites.length);
  const supply = new Float64Array(sites.length * skuCount);
  const unit = new Float64Array(sites.length * skuCount);
  const extra = cheapestLines(problem, criterion);
  const units = criterion.unit;
  for (let at = 0; at < sites.length; at++) {
    const site = sites[at]!;
    const isOpen = at < open.length;
    fixed[at] = isOpen ? 0 : criterion.fixed[site]!;
    for (let sku = 0; sku < real; sku++) {
      supply[at * skuCount + sku] = problem.supply[site * real + sku]!;
      if (units) unit[at * skuCount + sku] = units[site * real + sku]! + extra[sku]!;
    }
    if (skuCount > real && !isOpen) supply[at * skuCount + real] = 1;
  }
  return { fixed, supply, unit };
}

/** What a bound may assume a unit of each SKU adds at least: its cheapest line. */
function cheapestLines({ lines, demand }: Problem, { perLine }: Criterion): number[] {
  if (!perLine) return demand.map(() => 0);
  const cheapest = demand.map(() => Infinity);
  lines.forEach(({ sku }, line) => {
    cheapest[sku] = Math.min(cheapest[sku]!, perLine[line]!);
  });
  return cheapest;
}
