import type { Lane, Priority } from "../ruleset.ts";
import type { World } from "./build-world.ts";
import { matchCondition } from "./match-condition.ts";

const DEFAULT_PRIORITIES: readonly Priority[] = ["lowest_cost"];

/** The first lane whose condition fits the order; without one, lowest cost decides. */
export function chooseLane({ net, order, items }: World): {
  readonly id: string | null;
  readonly priorities: readonly Priority[];
} {
  const fits = (lane: Lane) => matchCondition(lane.when, order, items) !== null;
  return net.network.ruleset.lanes.find(fits) ?? { id: null, priorities: DEFAULT_PRIORITIES };
}
