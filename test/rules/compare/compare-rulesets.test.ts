import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { compareRulesets } from "#app/rules/compare/compare-rulesets.ts";
import { findKept } from "#app/rules/compare/find-kept.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { rulesets } from "../lint/generated-rules.ts";

const SEED = 20261122;
const words = { currency: "USD", locationName: (id: string) => `location ${id}` };
const compare = (before: Ruleset, after: Ruleset, off: readonly string[] = []) =>
  compareRulesets({ ruleset: before, disabled: [] }, { ruleset: after, disabled: off }, words);

test("a set equals itself, and only itself read aloud", () => {
  expect(compare(defaultRuleset, defaultRuleset)).toEqual([]);
});

test("what was added, removed, reworded, switched off and reordered is told in sentences", () => {
  const { guardrails, lanes } = defaultRuleset;
  const [delicate, parcels, promise, review] = guardrails;
  const [pickup, local, priority, marketplaces, rest] = lanes;
  const after: Ruleset = {
    guardrails: [delicate!, { ...parcels!, maxParcels: 2 }, review!, { id: "near", withinKm: 50 }],
    lanes: [priority!, pickup!, local!, marketplaces!, rest!],
    whenNothingFits: ["exception"],
  };
  expect(compare(defaultRuleset, after, [delicate!.id])).toEqual([
    {
      kind: "changed",
      subject: "Guardrail “delicate goods”",
      before: expect.stringMatching(/^Items tagged/),
      after: expect.stringMatching(/^Off: Items tagged/),
    },
    {
      kind: "changed",
      subject: "Guardrail “at most three parcels”",
      before: "Every order: use at most 3 parcels.",
      after: "Every order: use at most 2 parcels.",
    },
    {
      kind: "added",
      subject: "Guardrail “near”",
      after: "Every order: ship from within 50 km of the customer.",
    },
    {
      kind: "removed",
      subject: `Guardrail “${promise!.id}”`,
      before: expect.stringContaining("arrive within the days promised"),
    },
    {
      kind: "moved",
      subject: "Lane “priority customers”",
      before: "In place 3.",
      after: "In place 1.",
    },
    {
      kind: "changed",
      subject: "When nothing fits",
      before: expect.stringMatching(/^\(1\) allow more parcels; /),
      after: "(1) ask a person.",
    },
  ]);
});

test(`undoing every change leads back: added and removed swap, moves are as many (seed ${SEED})`, () => {
  fc.assert(
    fc.property(rulesets, rulesets, (before, after) => {
      const there = compare(before, after).map(({ kind, subject }) => `${kind} ${subject}`);
      const back = compare(after, before).map(({ kind, subject }) => `${kind} ${subject}`);
      const swapped = back.map((line) =>
        line.replace(/^(added|removed)/, (kind) => (kind === "added" ? "removed" : "added")),
      );
      const still = (lines: string[]) => lines.filter((line) => !line.startsWith("moved")).sort();
      const moves = (lines: string[]) => lines.filter((line) => line.startsWith("moved")).length;
      expect(still(swapped)).toEqual(still(there));
      expect(moves(back)).toBe(moves(there));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test("the fewest moves are told: what kept its order among the rest was not moved", () => {
  expect(findKept([1, 2, 3, 0])).toEqual([1, 2, 3]);
  expect(findKept([3, 0, 1, 2])).toEqual([0, 1, 2]);
  expect(findKept([])).toEqual([]);
});
