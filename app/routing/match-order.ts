import { buildWorld } from "./internal/build-world.ts";
import { compileCondition } from "./internal/compile-condition.ts";
import { matchCondition } from "./internal/match-condition.ts";
import type { Condition } from "./ruleset.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The ids of the order's lines that a condition selects, in id order; null when it does not fit the
 * order. The engine's own reading, for those who count or check rules. Throws as `routeOrder` does.
 */
export function matchOrder(
  condition: Condition | undefined,
  snapshot: Snapshot,
): readonly string[] | null {
  const world = buildWorld(snapshot);
  const selects = matchCondition(compileCondition(condition), world);
  return selects && world.lines.filter(({ sku }) => selects[sku]).map(({ id }) => id);
}
