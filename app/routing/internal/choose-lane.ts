import type { Priority } from "../ruleset.ts";
import type { World } from "./build-world.ts";
import { matchCondition } from "./match-condition.ts";

const DEFAULT_PRIORITIES: readonly Priority[] = ["lowest_cost"];

/** The first lane whose condition fits the order; without one, lowest cost decides. */
export function chooseLane(world: World): {
  readonly id: string | null;
  readonly priorities: readonly Priority[];
} {
  const lane = world.net.lanes.find(({ when }) => matchCondition(when, world) !== null);
  return lane?.lane ?? { id: null, priorities: DEFAULT_PRIORITIES };
}
