import type { CompiledCondition } from "./compile-condition.ts";
import type { World } from "./build-world.ts";

/**
 * Which SKUs of the order a condition selects, in the order of `world.items`; null when it does not
 * fit. Where one key is enough, a key of the order selects every line.
 */
export function matchCondition(
  condition: CompiledCondition | null,
  world: World,
): boolean[] | null {
  if (!condition) return world.items.map(() => true);
  const selected = condition.any ? selectAny(condition, world) : selectAll(condition, world);
  return selected?.includes(true) ? selected : null;
}

function selectAll({ orderTests, itemTests }: CompiledCondition, world: World): boolean[] | null {
  for (const test of orderTests) if (!test(world)) return null;
  return world.items.map((item) => itemTests.every((test) => test(item)));
}

function selectAny({ orderTests, itemTests }: CompiledCondition, world: World): boolean[] {
  if (orderTests.some((test) => test(world))) return world.items.map(() => true);
  return world.items.map((item) => itemTests.some((test) => test(item)));
}
