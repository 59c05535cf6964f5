import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Variant } from "../replay/replay-world.ts";

/**
 * Today's rules, and today's rules without each one of them. Without a lane its orders fall to the
 * lanes below; a single lane is left alone, for without it nothing would choose.
 */
export function listPriceVariants(today: Ruleset): Variant[] {
  const lanes = today.lanes.length > 1 ? today.lanes : [];
  return [
    { key: "today", name: "Today's rules", ruleset: today },
    ...today.guardrails.map(({ id }) => ({
      key: `guardrail:${id}`,
      name: id,
      ruleset: { ...today, guardrails: today.guardrails.filter((rule) => rule.id !== id) },
    })),
    ...lanes.map(({ id }) => ({
      key: `lane:${id}`,
      name: id,
      ruleset: { ...today, lanes: today.lanes.filter((lane) => lane.id !== id) },
    })),
  ];
}
