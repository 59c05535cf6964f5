import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "#app/routing/plan.ts";
import { matchOrder } from "#app/routing/match-order.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Condition, Ruleset } from "#app/routing/ruleset.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import { areDisjoint, fitImplies, linesImply } from "#app/rules/lint/compare-conditions.ts";
import { covers } from "#app/rules/lint/covers-condition.ts";
import type { Finding, FindingCode } from "#app/rules/lint/finding.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";
import { conditions, facts, orders, rulesets, under } from "./generated-rules.ts";

const SEED = 20261122;
const RUNS = { seed: SEED, numRuns: 1_200 };
const NO_RULES: Ruleset = { guardrails: [], lanes: [], whenNothingFits: [] };

/** Runs the property and tells how often it had anything to say. */
function countProofs<T>(arbitrary: fc.Arbitrary<T>, prove: (value: T) => number): number {
  let proofs = 0;
  fc.assert(
    fc.property(arbitrary, (value) => {
      proofs += prove(value);
    }),
    RUNS,
  );
  return proofs;
}

function fits(condition: Condition, snapshot: Snapshot): readonly string[] | null {
  return matchOrder(condition, under(snapshot, NO_RULES));
}

test(`what implies a condition never fits without it, and selects no line of its own (seed ${SEED})`, () => {
  const triples = fc.tuple(conditions, conditions, orders);
  const proofs = countProofs(triples, ([first, second, order]) => {
    const ours = fits(first, order);
    const theirs = fits(second, order);
    if (!ours) return 0;
    if (fitImplies(first, second)) expect(theirs).not.toBeNull();
    if (linesImply(first, second)) expect(theirs).toEqual(expect.arrayContaining([...ours]));
    if (theirs) expect(areDisjoint(first, second)).toBe(false);
    return fitImplies(first, second) || areDisjoint(first, second) ? 1 : 0;
  });
  expect(proofs).toBeGreaterThan(5);
});

test(`an order a condition fits also fits one of those that cover it (seed ${SEED})`, () => {
  const cases = fc.tuple(fc.array(conditions, { maxLength: 5 }), conditions, orders);
  const proofs = countProofs(cases, ([others, condition, order]) => {
    if (!covers(others, condition) || !fits(condition, order)) return 0;
    expect(others.some((other) => fits(other, order))).toBe(true);
    return 1;
  });
  expect(proofs).toBeGreaterThan(5);
});

/** Checks every finding of one kind against the engine's decision of a generated order. */
function proveFindings(
  code: FindingCode,
  prove: (finding: Finding, ruleset: Ruleset, order: Snapshot, decision: Decision) => boolean,
): number {
  return countProofs(fc.tuple(rulesets, orders), ([ruleset, order]) => {
    const findings = lintRuleset(ruleset, facts).filter((one) => one.code === code);
    if (findings.length === 0) return 0;
    const decision = routeOrder(under(order, ruleset));
    return findings.filter((finding) => prove(finding, ruleset, order, decision)).length;
  });
}

test(`a lane called shadowed never decides (seed ${SEED})`, () => {
  const proofs = proveFindings("shadowed_lane", ({ ruleIds }, ruleset, order, { lane }) => {
    expect(lane).not.toBe(ruleIds[0]);
    const shadowed = ruleset.lanes.find(({ id }) => id === ruleIds[0])!;
    return !shadowed.when || fits(shadowed.when, order) !== null;
  });
  expect(proofs).toBeGreaterThan(100);
});

test(`what guardrails called contradicting are about never ships (seed ${SEED})`, () => {
  const proofs = proveFindings("contradiction", (finding, ruleset, order, decision) => {
    const about = listAbout(finding, ruleset, order);
    const shipped = decision.parcels.flatMap(({ lines }) => lines.map(({ lineId }) => lineId));
    expect(shipped.filter((line) => about.includes(line))).toEqual([]);
    return about.length > 0;
  });
  expect(proofs).toBeGreaterThan(40);
});

/** The lines an error's own guardrail selects; for a mere warning those that all of them select. */
function listAbout({ severity, path, ruleIds }: Finding, ruleset: Ruleset, order: Snapshot) {
  const rules = ruleset.guardrails.filter(({ id }, at) =>
    severity === "error" ? path === `guardrails[${at}]` : ruleIds.includes(id),
  );
  return rules
    .map(({ when }) => (when ? (fits(when, order) ?? []) : order.order.lines.map(({ id }) => id)))
    .reduce((common, lines) => common.filter((line) => lines.includes(line)));
}

function planOf({ outcome, lane, cost, parcels, relaxed }: Decision) {
  return { outcome, lane, cost, parcels, relaxed };
}

test(`without a guardrail called redundant every plan stays as it is (seed ${SEED})`, () => {
  const proofs = proveFindings("redundant_guardrail", ({ ruleIds }, ruleset, order, decision) => {
    const guardrails = ruleset.guardrails.filter(({ id }) => id !== ruleIds[0]);
    const without = routeOrder(under(order, { ...ruleset, guardrails }));
    expect(planOf(without)).toEqual(planOf(decision));
    return decision.parcels.length > 0;
  });
  expect(proofs).toBeGreaterThan(15);
});

function withoutStep({ path }: Finding, ruleset: Ruleset): Ruleset {
  const whenNothingFits = ruleset.whenNothingFits.filter(
    (_, at) => path !== `whenNothingFits[${at}]`,
  );
  return { ...ruleset, whenNothingFits };
}

test(`without a step called unreached every decision stays as it is (seed ${SEED})`, () => {
  const proofs = proveFindings("after_final_step", (finding, ruleset, order, decision) => {
    const without = routeOrder(under(order, withoutStep(finding, ruleset)));
    expect(planOf(without)).toEqual(planOf(decision));
    return decision.relaxed.length > 0;
  });
  expect(proofs).toBeGreaterThan(100);
});

test(`without a step called idle every plan stays as it is (seed ${SEED})`, () => {
  const proofs = proveFindings("step_without_effect", (finding, ruleset, order, decision) => {
    const without = routeOrder(under(order, withoutStep(finding, ruleset)));
    expect(without.parcels).toEqual(decision.parcels);
    expect(without.outcome).toBe(decision.outcome);
    return decision.relaxed.length > 0;
  });
  expect(proofs).toBeGreaterThan(100);
});
