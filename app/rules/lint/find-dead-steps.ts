import type { FallbackStep, Guardrail } from "#app/routing/ruleset.ts";
import { describeSteps } from "../words/describe-steps.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";

/** Steps that always settle an order: none after them is ever taken. */
const FINAL: readonly FallbackStep[] = ["substitute", "backorder", "hold", "exception"];

type Loosens = (rule: Guardrail) => boolean;

/** What a loosening step needs to have anything to loosen. */
const NEEDS: Readonly<Partial<Record<FallbackStep, { loosens: Loosens; what: string }>>> = {
  allow_split: {
    loosens: (rule) => rule.maxParcels !== undefined || rule.minParcelValue !== undefined,
    what: "limits parcels",
  },
  one_more_parcel: {
    loosens: (rule) => rule.maxParcels !== undefined,
    what: "limits how many parcels an order may have",
  },
  relax_promise: {
    loosens: (rule) => rule.withinPromise !== undefined,
    what: "keeps the promise",
  },
  promise_one_day_later: {
    loosens: (rule) => rule.withinPromise !== undefined,
    what: "keeps the promise",
  },
};

/** "When nothing fits" steps that never happen or change nothing. */
export function findDeadSteps({ ruleset, guardrails }: LintInput): Finding[] {
  const steps = ruleset.whenNothingFits;
  const end = steps.findIndex((step) => FINAL.includes(step));
  return steps.flatMap((step, at): Finding[] => {
    const path = `whenNothingFits[${at}]`;
    if (end >= 0 && at > end) return [describeUnreached(step, steps[end]!, path)];
    const need = NEEDS[step];
    if (!need || guardrails.some(({ rule }) => need.loosens(rule))) return [];
    const message = `“${name(step)}” changes nothing: no guardrail ${need.what}. Remove the step.`;
    return [{ code: "step_without_effect", severity: "hint", path, message, ruleIds: [] }];
  });
}

function describeUnreached(step: FallbackStep, final: FallbackStep, path: string): Finding {
  const message = `“${name(step)}” never happens: “${name(final)}” before it always settles the order. Move it up, or remove it.`;
  return { code: "after_final_step", severity: "warning", path, message, ruleIds: [] };
}

function name(step: FallbackStep): string {
  return describeSteps([step])[0]!;
}
