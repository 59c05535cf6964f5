/** How far a search may go. Counted in nodes, so that the same snapshot gives the same plan. */
export interface Effort {
  nodes: number;
  isSpent(): boolean;
}

const NODES_PER_LOOK = 8;

/**
 * A node budget, and a deadline where the caller lends a clock. The clock is looked at now and then
 * only; once spent, an effort stays spent.
 */
export function limitEffort(
  maxNodes: number,
  deadlineMs: number,
  elapsedMs: (() => number) | undefined,
): Effort {
  let spent = false;
  let nextLook = NODES_PER_LOOK;
  const effort: Effort = {
    nodes: 0,
    isSpent() {
      if (spent) return true;
      if (effort.nodes > maxNodes) spent = true;
      else if (elapsedMs && effort.nodes >= nextLook) {
        nextLook = effort.nodes + NODES_PER_LOOK;
        spent = elapsedMs() > deadlineMs;
      }
      return spent;
    },
  };
  return effort;
}
