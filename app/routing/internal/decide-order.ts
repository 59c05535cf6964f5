import type { Outcome } from "../plan.ts";
import type { FallbackStep, Priority } from "../ruleset.ts";
import {
  type ActiveGuardrail,
  findActiveGuardrails,
  type Relaxation,
  UNRELAXED,
} from "./apply-rules.ts";
import { buildProblem, type Problem } from "./build-problem.ts";
import type { World } from "./build-world.ts";
import { chooseLane } from "./choose-lane.ts";
import { type Criterion, listCriteria } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { type BestPlan, findBestPlan } from "./find-best-plan.ts";

/** What was decided for an order, and the rules it was decided under. */
export interface Ruling {
  readonly world: World;
  readonly lane: string | null;
  readonly priorities: readonly Priority[];
  readonly outcome: Outcome;
  readonly guardrails: readonly ActiveGuardrail[];
  readonly relaxation: Relaxation;
  readonly relaxed: readonly FallbackStep[];
  readonly problem: Problem;
  readonly criteria: readonly Criterion[];
  /** Null without parcels. */
  readonly best: BestPlan | null;
  /** Why the unfilled units are unfilled. */
  readonly reason: string;
}

type Verdict = Pick<Ruling, "outcome" | "best" | "reason" | "problem" | "criteria">;

/** Decides one order: a hold, the best plan, or what the merchant wants when nothing fits. */
export function decideOrder(world: World, effort: Effort): Ruling {
  const guardrails = findActiveGuardrails(world);
  const { id: lane, priorities } = chooseLane(world);
  const settled = { world, lane, priorities, guardrails };
  const hold = guardrails.find(({ rule }) => rule.hold !== undefined)?.rule.hold;
  if (hold !== undefined) {
    const problem = buildProblem(world, guardrails, UNRELAXED);
    const verdict = refuse(problem, priorities, "held", hold);
    return { ...settled, ...verdict, relaxation: UNRELAXED, relaxed: [] };
  }
  return { ...settled, ...decideByFallback(world, guardrails, priorities, effort) };
}

/** Searches, then takes the ruleset's steps one on top of the other until something decides. */
function decideByFallback(
  world: World,
  guardrails: readonly ActiveGuardrail[],
  priorities: readonly Priority[],
  effort: Effort,
): Verdict & Pick<Ruling, "relaxation" | "relaxed"> {
  const steps = world.net.network.ruleset.whenNothingFits;
  let relaxation = UNRELAXED;
  let problem = buildProblem(world, guardrails, relaxation);
  let verdict = search(problem, priorities, effort, "no_plan");
  let taken = 0;
  while (!verdict && taken < steps.length) {
    const step = steps[taken++]!;
    if (isFinal(step)) {
      verdict = refuse(problem, priorities, step === "hold" ? "held" : "unfillable", step);
    } else {
      relaxation = { ...relaxation, ...RELAXES[step] };
      problem = buildProblem(world, guardrails, relaxation);
      verdict = search(problem, priorities, effort, reasonAfterPartial(steps));
    }
  }
  verdict ??= refuse(problem, priorities, "unfillable", "no_plan");
  return { ...verdict, relaxation, relaxed: steps.slice(0, taken) };
}

function search(
  problem: Problem,
  priorities: readonly Priority[],
  effort: Effort,
  reason: string,
): Verdict | null {
  const criteria = listCriteria(problem, priorities);
  const best = findBestPlan(problem, criteria, effort);
  if (!best) return null;
  return { outcome: best.plan.short > 0 ? "partial" : "planned", best, reason, problem, criteria };
}

function refuse(
  problem: Problem,
  priorities: readonly Priority[],
  outcome: "held" | "unfillable",
  reason: string,
): Verdict {
  return { outcome, best: null, reason, problem, criteria: listCriteria(problem, priorities) };
}

/** Steps that settle the order instead of searching again. */
type FinalStep = "backorder" | "hold" | "exception" | "substitute";

function isFinal(step: FallbackStep): step is FinalStep {
  return step === "backorder" || step === "hold" || step === "exception" || step === "substitute";
}

/** What each of the other steps loosens. */
const RELAXES: Readonly<Record<Exclude<FallbackStep, FinalStep>, Partial<Relaxation>>> = {
  allow_split: { allowSplit: true },
  relax_promise: { relaxPromise: true },
  below_safety_stock: { belowSafetyStock: true },
  partial: { partial: true },
  one_more_parcel: { moreParcels: 1 },
  promise_one_day_later: { daysLater: 1 },
};

/** What becomes of the units a partial plan leaves: the first settling step after `partial`. */
function reasonAfterPartial(steps: readonly FallbackStep[]): string {
  const after = steps.slice(steps.indexOf("partial") + 1);
  return after.find(isFinal) ?? "no_plan";
}
