import { allocateWithinLimits } from "./allocate-within-limits.ts";
import { chooseBranch } from "./choose-branch.ts";
import { areSame, couldUseMore } from "./could-tie.ts";
import { measurePlan, type SitePlan } from "./criteria.ts";
import { exceeds, exceedsPaid, fitsAlone, type Goal } from "./goal.ts";
import { focusOf, type Node, type SearchTask } from "./search-task.ts";
import { narrowPool } from "./narrow-pool.ts";
import { tightenNode } from "./tighten-node.ts";

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

/** True when the search is over. What the branch has borrowed is given back. */
function visit(search: Search, node: Node): boolean {
  const { memory } = search.task.problem.world.net;
  const { used } = memory;
  const isOver = explore(search, node);
  memory.used = used;
  return isOver;
}

function explore(search: Search, node: Node): boolean {
  const { task } = search;
  task.effort.nodes++;
  if (task.effort.isSpent()) return true;
  const narrowed = narrowPool(task, node);
  if (!narrowed) return false;
  const { open, pool } = narrowed;
  const branch = chooseBranch(task.problem, task.required, open, pool);
  if (!branch) return false;
  const isEnough = branch.covered && open.length >= task.required.leastParcels;
  if (isEnough && tryOpenSites(search, open)) return true;
  if (open.length === 0) return visitBranches(search, node, branch.sites);
  const tightened = tightenNode(task, narrowed);
  if (!tightened) return false;
  const sites = branch.covered ? tightened.pool : keepIn(branch.sites, tightened.pool);
  return visitBranches(search, tightened, sites);
}

/** The sites that are in the pool, too. Both lists are in id order. */
function keepIn(sites: readonly number[], pool: readonly number[]): readonly number[] {
  const kept: number[] = [];
  let at = 0;
  for (const site of sites) {
    while (at < pool.length && pool[at]! < site) at++;
    if (pool[at] === site) kept.push(site);
  }
  return kept;
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
  const most = limitShares(search.task, open);
  const plan = allocateWithinLimits(problem, open, bounds, allocation, effort, most);
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

/** What units may cost from these sites, parcels paid, before some goal on cost is broken. */
function limitShares({ problem, goals, allocation }: SearchTask, open: readonly number[]): number {
  let most = Infinity;
  if (!problem.world.steppedAt || !allocation.isByCost) return most;
  for (const { criterion, limit } of goals) {
    if (criterion.unit !== problem.unitCost || criterion.perLine) continue;
    most = Math.min(most, limit - open.reduce((sum, site) => sum + criterion.fixed[site]!, 0));
  }
  return most;
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
