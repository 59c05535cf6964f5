import { applyPrices, type Priced } from "./apply-prices.ts";
import type { Bound, Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import { leaveOutDearSites } from "./leave-out-dear-sites.ts";
import { lendNumbers, type Memory } from "./lend-numbers.ts";
import { lendPriced, moveAlongSubgradient } from "./move-along-subgradient.ts";
import { type PackedSum, packSum, repackSum } from "./pack-sum.ts";
import { raisePrices } from "./raise-prices.ts";

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
    if (kept.length === 0) return { ...boundBeyond(problem, criterion), base: promising.least };
  }
  const packed = packSum(problem, criterion, 0, kept, required);
  const rounds = kept.length > MANY_SITES ? ROUNDS_OF_MANY : ROUNDS;
  return raiseBound(
    criterion,
    kept,
    packed,
    raisePrices(packed),
    aim,
    aim < Infinity ? rounds : [],
  );
}

/** Raises the bound round by round; before each the sites that cannot pay are left out. */
function raiseBound(
  criterion: Criterion,
  sites: readonly number[],
  start: PackedSum,
  first: Priced,
  aim: number,
  rounds: readonly number[],
): Bound {
  let kept = sites;
  let packed = start;
  let priced = first;
  for (const steps of rounds) {
    if (priced.bound > aim || kept.length <= FEW_SITES) break;
    const places = listPayable(priced, kept.length, aim);
    if (places.length < MOST_KEPT * kept.length) {
      const sitesBefore = kept;
      kept = places.map((place) => sitesBefore[place]!);
      packed = repackSum(packed, places);
      priced = applyAgain(packed, priced.prices);
    }
    priced = moveAlongSubgradient(packed, priced, aim, steps);
  }
  return unpack(start.memory, criterion, kept, priced);
}

/** No site is worth opening. */
function boundBeyond(problem: Problem, criterion: Criterion): Omit<Bound, "base"> {
  const { memory } = problem.world.net;
  const reduced = lendNumbers(memory, criterion.fixed.length).fill(Infinity);
  return { reduced, rank: reduced, prices: null };
}

/** Subgradient steps, in rounds, at the root, at a root of many sites, and below. */
const ROUNDS = [6, 10, 20];
const ROUNDS_OF_MANY = [...ROUNDS, 40, 80];
const NODE_ROUNDS = [4, 6, 10];
/** A handful of sites is searched faster than bounded better; many repay every better bound. */
const FEW_SITES = 8;
const MANY_SITES = 32;
/** Leaving sites out pays when fewer than this share stay. */
const MOST_KEPT = 0.8;
/** Values are whole numbers; a bound must exceed one by more than the rounding of doubles. */
const ROUNDING = 1e-3;

/** Where the sites are that some plan no worse than the best value known might open. */
function listPayable({ bound, reduced }: Priced, siteCount: number, aim: number): number[] {
  const most = aim + ROUNDING + Math.abs(aim) * 1e-12 - bound;
  const places: number[] = [];
  for (let at = 0; at < siteCount; at++) if (!(Math.max(0, reduced[at]!) > most)) places.push(at);
  return places;
}

function applyAgain(packed: PackedSum, prices: Float64Array): Priced {
  const priced = lendPriced(packed);
  priced.prices.fill(0).set(prices.subarray(0, Math.min(prices.length, packed.skuCount)));
  applyPrices(packed, priced);
  return priced;
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
  const packed = packSum(problem, criterion, open.length, sites, required);
  return raiseBound(criterion, sites, packed, applyAgain(packed, prices), aim, NODE_ROUNDS);
}

function unpack(
  memory: Memory,
  criterion: Criterion,
  sites: readonly number[],
  { bound, prices, reduced: packed }: Priced,
): Bound {
  // A site left out would make any plan worse than the best known.
  const reduced = lendNumbers(memory, criterion.fixed.length).fill(Infinity);
  for (let at = 0; at < sites.length; at++) reduced[sites[at]!] = packed[at]!;
  return { base: bound, reduced, rank: reduced, prices };
}
