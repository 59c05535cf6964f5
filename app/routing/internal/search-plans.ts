import type { AmountBounds } from "./allocate-units.ts";
import { type AllocationGoal, allocateWithinLimits } from "./allocate-within-limits.ts";
import type { Bound, Requirement } from "./bound-criterion.ts";
import { boundRest } from "./bound-sum.ts";
import type { Problem } from "./build-problem.ts";
import { chooseBranch } from "./choose-branch.ts";
import { measurePlan, type SitePlan } from "./criteria.ts";
import { areSame, couldUseMore } from "./could-tie.ts";
import type { Effort } from "./effort.ts";
import { leaveOutDearSites } from "./leave-out-dear-sites.ts";
import { exceeds, exceedsPaid, fitsAlone, type Goal } from "./goal.ts";

/** A handful of sites is searched faster than bounded better. */
const FEW_SITES = 8;

export interface SearchTask {
  readonly problem: Problem;
  readonly required: Requirement;
  readonly goals: readonly Goal[];
  /** The goal to press as low as possible; null to stop at the first plan that meets all. */
  readonly objective: Goal | null;
  /** A plan already known that meets all goals: look for ties with it, too. Null if ties do not matter. */
  readonly rival: SitePlan | null;
  readonly allocation: AllocationGoal;
  readonly bounds: AmountBounds | null;
  readonly effort: Effort;
}

/** Sites decided to open, sites still undecided, and per goal what this already costs. */
interface Node {
  readonly open: readonly number[];
  readonly pool: readonly number[];
  /** The newest bound on each goal; `base` leaves out what is paid once a site is open. */
  readonly bounds: readonly Bound[];
  /** Lower bounds on the goals' values, by reduced costs. */
  readonly low: readonly number[];
  /** Fixed parts of the open sites. */
  readonly paid: readonly number[];
}

/**
 * Branch and bound over which sites ship: opens one site more at a time, where a SKU is not yet
 * covered from the few sites that have it, and drops every branch whose bound exceeds a goal's
 * limit. Lowers `objective.limit` below each plan found, so the last plan found is the best.
 */
export function searchPlans(
  task: SearchTask,
  open: readonly number[],
  pool: readonly number[],
): SearchResult {
  const search: Search = { task, best: null, hasTies: false };
  const root = task.goals.map(({ criterion, bound }) => ({
    low: open.reduce((sum, site) => sum + Math.max(0, bound.reduced[site]!), bound.base),
    paid: open.reduce((sum, site) => sum + criterion.fixed[site]!, 0),
  }));
  if (!open.every((site) => task.goals.every((goal) => fitsAlone(goal, site)))) return search;
  const node = {
    open,
    pool,
    bounds: task.goals.map(({ bound }) => bound),
    low: root.map((r) => r.low),
    paid: root.map((r) => r.paid),
  };
  if (!task.goals.some((goal, at) => exceeds(goal, node.low[at]!))) visit(search, node);
  return search;
}

export interface SearchResult {
  /** The best plan found; null when there is none, or none better than the rival. */
  best: SitePlan | null;
  /** Does another plan equal the best in every goal? Known only when there was a rival. */
  hasTies: boolean;
}

interface Search extends SearchResult {
  readonly task: SearchTask;
}

/** True when the search is over. */
function visit(search: Search, node: Node): boolean {
  const { task } = search;
  task.effort.nodes++;
  if (task.effort.isSpent()) return true;
  const branch = chooseBranch(task.problem, task.required, node.open, node.pool);
  if (!branch) return false;
  const isEnough = branch.covered && node.open.length >= task.required.leastParcels;
  if (isEnough && tryOpenSites(search, node.open)) return true;
  if (node.open.length === 0) return visitBranches(search, node, branch.sites);
  const tightened = tighten(task, node);
  if (!tightened) return false;
  const { pool } = tightened;
  return visitBranches(search, tightened, branch.covered ? pool : keepIn(branch.sites, pool));
}

function keepIn(sites: readonly number[], pool: readonly number[]): readonly number[] {
  return sites.filter((site) => pool.includes(site));
}

/**
 * Bounds anew, now that some sites are paid for, the focus of the search and the loss a partial plan
 * may make; null when one is too much.
 */
function tighten(task: SearchTask, node: Node): Node | null {
  const focus = focusOf(task);
  let tightened: Node | null = node;
  task.goals.forEach((goal, at) => {
    const isLoss = goal.criterion.name === "loss" && task.problem.partial;
    if (tightened && (at === focus || isLoss)) tightened = tightenGoal(task, tightened, at);
  });
  return tightened;
}

function focusOf({ goals, objective }: SearchTask): number {
  return objective ? goals.indexOf(objective) : goals.length - 1;
}

function tightenGoal(task: SearchTask, node: Node, at: number): Node | null {
  const { problem, required, goals } = task;
  const goal = goals[at]!;
  const narrowed = narrowPool(task, node, at);
  if (!narrowed) return null;
  const { prices } = node.bounds[at]!;
  if (!prices || narrowed.pool.length <= FEW_SITES) return narrowed;
  const paid = node.paid[at]!;
  const aim = goal.limit + 1 - paid;
  const { open } = node;
  const bound = boundRest(problem, goal.criterion, open, narrowed.pool, required, prices, aim);
  const low = paid + bound.base;
  if (exceeds(goal, low)) return null;
  if (low <= node.low[at]!) return narrowed;
  const pool = narrowed.pool.filter(
    (site) => !exceeds(goal, low + Math.max(0, bound.reduced[site]!)),
  );
  return {
    ...node,
    pool,
    bounds: node.bounds.with(at, bound),
    low: node.low.with(at, low),
  };
}

/** Leaves out sites that are too dear at first sight; null when every plan is. */
function narrowPool({ problem, required, goals }: SearchTask, node: Node, at: number): Node | null {
  const { criterion, limit } = goals[at]!;
  if (problem.partial || criterion.kind === "max") return node;
  const aim = limit - node.paid[at]!;
  const { open, pool } = node;
  const { sites, least } = leaveOutDearSites(problem, criterion, open, pool, required, aim);
  return least > aim ? null : { ...node, pool: sites };
}

function visitBranches(search: Search, node: Node, sites: readonly number[]): boolean {
  const { task } = search;
  const key = node.bounds[focusOf(task)]!.rank;
  const order = [...sites].sort((a, b) => key[a]! - key[b]! || a - b);
  const low = [...node.low];
  const tried = new Set<number>();
  for (const site of order) {
    tried.add(site);
    const child = openSite(task, node, low, tried, site);
    if (child && visit(search, child)) return true;
    // From here on the site stays closed; the goals it would have lowered lose that gain.
    if (closeSite(task, node, low, site)) return false;
  }
  return false;
}

/** Raises the lower bounds by what the site would have saved; true when a goal is out of reach. */
function closeSite({ goals }: SearchTask, node: Node, low: number[], site: number): boolean {
  for (let at = 0; at < goals.length; at++) {
    low[at]! += Math.max(0, -node.bounds[at]!.reduced[site]!);
    if (exceeds(goals[at]!, low[at]!)) return true;
  }
  return false;
}

/** The node with one site more, or null when a goal's limit forbids it. */
function openSite(
  task: SearchTask,
  node: Node,
  low: readonly number[],
  tried: ReadonlySet<number>,
  site: number,
): Node | null {
  const { goals } = task;
  if (!mayJoin(task, node, low, node.paid, site)) return null;
  const childLow = goals.map((_, at) => low[at]! + Math.max(0, node.bounds[at]!.reduced[site]!));
  const paid = goals.map((goal, at) => node.paid[at]! + goal.criterion.fixed[site]!);
  const pool: number[] = [];
  for (const other of node.pool) {
    if (!tried.has(other) && mayJoin(task, node, childLow, paid, other)) pool.push(other);
  }
  return { open: [...node.open, site], pool, bounds: node.bounds, low: childLow, paid };
}

/** Could the goals still be met with this site open, too? */
function mayJoin(
  { goals }: SearchTask,
  { bounds }: Node,
  low: readonly number[],
  paid: readonly number[],
  site: number,
): boolean {
  for (let at = 0; at < goals.length; at++) {
    const goal = goals[at]!;
    if (exceeds(goal, low[at]! + Math.max(0, bounds[at]!.reduced[site]!))) return false;
    if (exceedsPaid(goal, paid[at]! + goal.criterion.fixed[site]!, site)) return false;
  }
  return true;
}

/** Fills the open sites; true when that ends the search. */
function tryOpenSites(search: Search, open: readonly number[]): boolean {
  const { problem, bounds, allocation, goals, objective, effort } = search.task;
  const plan = allocateWithinLimits(problem, open, bounds, allocation, effort);
  if (!plan || plan.sites.length === 0) return false;
  if (!goals.every((goal) => measurePlan(problem, goal.criterion, plan) <= goal.limit)) {
    return false;
  }
  if (!objective) {
    search.best = plan;
    return true;
  }
  const value = measurePlan(problem, objective.criterion, plan);
  return keepPlan(search, objective, open, plan, value);
}

/** Keeps a plan that meets all goals; true when no other can be better or as good. */
function keepPlan(
  search: Search,
  objective: Goal,
  open: readonly number[],
  plan: SitePlan,
  value: number,
): boolean {
  const { problem, rival } = search.task;
  const known = search.best ?? rival;
  if (rival && known && value === measurePlan(problem, objective.criterion, known)) {
    if (areSame(plan.sites, known.sites) && !couldUseMore(search.task, open, plan)) return false;
    // One tie is enough to know: from here on only better plans count.
    search.hasTies = true;
    lowerObjective(search.task, objective, value - 1);
  } else {
    search.best = plan;
    lowerObjective(search.task, objective, rival ? value : value - 1);
    search.hasTies = couldUseMore(search.task, open, plan);
  }
  return exceeds(objective, objective.bound.base);
}

function lowerObjective(task: SearchTask, objective: Goal, limit: number): void {
  if (objective.criterion.name === "unfilled") {
    task.required.slack = Math.max(0, task.required.slack - (objective.limit - limit));
  }
  objective.limit = limit;
}
