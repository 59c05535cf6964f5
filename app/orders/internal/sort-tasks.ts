import type { RememberedTask } from "./batch-world.ts";
import { isWithin, placementOf } from "./compare-placement.ts";
import type { KeptUnits, StandingUnits } from "./order-units.ts";

export interface SortedTasks {
  /** Tasks in somebody's hands whose units Shopify still has there: they go on. */
  readonly kept: readonly RememberedTask[];
  readonly keptUnits: readonly KeptUnits[];
  /** True when Shopify no longer has units a live task asks for: staff shipped or moved them. */
  readonly someLostUnits: boolean;
}

/** Tells the tasks that a new decision must leave alone from those it takes back. */
export function sortTasks(
  tasks: readonly RememberedTask[],
  handedOver: readonly KeptUnits[],
  standing: readonly StandingUnits[],
): SortedTasks {
  const there = placementOf([], standing);
  const covers = (task: RememberedTask) => isWithin(placementOf([], task.lines), there);
  const kept = tasks.filter((task) => task.isStarted && covers(task));
  return {
    kept,
    keptUnits: [...kept.flatMap((task) => task.lines), ...handedOver],
    someLostUnits: !tasks.every(covers),
  };
}
