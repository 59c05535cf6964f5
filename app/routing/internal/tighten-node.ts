import { boundRest } from "./bound-sum.ts";
import { exceeds } from "./goal.ts";
import { focusOf, type Node, type SearchTask } from "./search-task.ts";

/** A handful of sites is searched faster than bounded better. */
const FEW_SITES = 8;

/**
 * Bounds anew, now that some sites are paid for, the focus of the search and the loss a partial plan
 * may make; null when one is too much.
 */
export function tightenNode(task: SearchTask, node: Node): Node | null {
  const focus = focusOf(task);
  let tightened: Node | null = node;
  task.goals.forEach((goal, at) => {
    const isLoss = goal.criterion.name === "loss" && task.problem.partial;
    if (tightened && (at === focus || isLoss)) tightened = tightenGoal(task, tightened, at);
  });
  return tightened;
}

function tightenGoal(task: SearchTask, node: Node, at: number): Node | null {
  const { problem, required, goals } = task;
  const goal = goals[at]!;
  const { prices } = node.bounds[at]!;
  if (!prices || node.pool.length <= FEW_SITES) return node;
  const paid = node.paid[at]!;
  const aim = goal.limit + 1 - paid;
  const { open } = node;
  const bound = boundRest(problem, goal.criterion, open, node.pool, required, prices, aim);
  const low = paid + bound.base;
  if (exceeds(goal, low)) return null;
  if (low <= node.low[at]!) return node;
  const pool = node.pool.filter((site) => !exceeds(goal, low + Math.max(0, bound.reduced[site]!)));
  return {
    ...node,
    pool,
    bounds: node.bounds.with(at, bound),
    low: node.low.with(at, low),
  };
}
