import type { Flip } from "../plan.ts";
import { type ActiveGuardrail, UNRELAXED } from "./apply-rules.ts";
import { buildProblem } from "./build-problem.ts";
import { canFill } from "./can-fill.ts";
import type { Ruling } from "./decide-order.ts";

const MOST_TRIED = 5;

/**
 * For an order without a full plan, the first guardrail without which the very first search would
 * have found one.
 */
export function findRuleFlip(ruling: Ruling): Flip | null {
  if (ruling.outcome === "planned") return null;
  const rule = ruling.guardrails.slice(0, MOST_TRIED).find((each) => fillsWithout(ruling, each));
  return rule ? { change: "rule", rule: rule.rule.id, from: "on", to: "off" } : null;
}

function fillsWithout(ruling: Ruling, off: ActiveGuardrail): boolean {
  const others = ruling.guardrails.filter((guardrail) => guardrail !== off);
  if (others.some(({ rule }) => rule.hold !== undefined)) return false;
  return canFill(buildProblem(ruling.world, others, UNRELAXED));
}
