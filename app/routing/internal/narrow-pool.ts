import { leaveOutDearSites } from "./leave-out-dear-sites.ts";
import { exceeds, exceedsPaid } from "./goal.ts";
import { focusOf, type Node, type SearchTask } from "./search-task.ts";

/** Leaves out sites that are too dear at first sight; null when every plan from here on is. */
export function narrowPool(task: SearchTask, node: Node): Node | null {
  if (isOutOfReach(task, node)) return null;
  const { problem, required, goals } = task;
  const { open, pool } = node;
  const focus = focusOf(task);
  const { criterion, limit } = goals[focus]!;
  if (problem.partial || criterion.kind === "max" || open.length === 0) return node;
  const aim = limit - node.paid[focus]!;
  const { sites, least } = leaveOutDearSites(problem, criterion, open, pool, required, aim);
  return least > aim ? null : { ...node, pool: sites };
}

/** A limit may have fallen since the node was made: by a plan found beside it. */
function isOutOfReach({ goals }: SearchTask, { open, low, paid }: Node): boolean {
  return goals.some(
    (goal, at) =>
      exceeds(goal, low[at]!) || open.some((site) => exceedsPaid(goal, paid[at]!, site)),
  );
}
