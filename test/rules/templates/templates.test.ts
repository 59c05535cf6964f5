import fc from "fast-check";
import { expect, test } from "vitest";
import type { LintFacts } from "#app/rules/lint/lint-facts.ts";
import { wordsOf } from "#app/rules/lint/lint-facts.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import { summariseRuleset } from "#app/rules/summary/summarise-ruleset.ts";
import { applyTemplates } from "#app/rules/templates/apply-templates.ts";
import { ruleTemplates } from "#app/rules/templates/rule-templates.ts";
import type { TemplateAnswers } from "#app/rules/templates/template-answers.ts";
import { templateQuestions } from "#app/rules/templates/template-questions.ts";

const SEED = 20261122;
const facts: LintFacts = {
  currency: "USD",
  locations: [
    { id: "1", name: "Denver", type: "store", groups: [] },
    { id: "2", name: "Columbus DC", type: "warehouse", groups: [] },
  ],
  unusedValues: {},
  matches: null,
};

const everyAnswer: fc.Arbitrary<TemplateAnswers> = fc
  .record(
    Object.fromEntries(
      templateQuestions.map(({ name, choices, takesSeveral }) => {
        const values = choices.map(({ value }) => value);
        return [name, takesSeveral ? fc.subarray(values) : fc.constantFrom(...values)];
      }),
    ),
  )
  .map((answers) => answers as unknown as TemplateAnswers);

test(`whatever is answered, the rules are valid, lint finds nothing and a minute is enough (seed ${SEED})`, () => {
  fc.assert(
    fc.property(everyAnswer, (answers) => {
      const ruleset = applyTemplates(answers);
      expect(parseRuleset(ruleset, "$", "product")).toEqual(ruleset);
      expect(lintRuleset(ruleset, facts)).toEqual([]);
      expect(summariseRuleset(ruleset, wordsOf(facts)).spokenSeconds).toBeLessThanOrEqual(60);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test("the templates give different rules, the holiday set among them", () => {
  const sets = ruleTemplates.map(({ answers }) => JSON.stringify(applyTemplates(answers)));
  expect(new Set(sets).size).toBe(5);
  const holiday = ruleTemplates.find(({ id }) => id === "holiday-peak")!;
  expect(applyTemplates(holiday.answers).lanes.at(-1)?.priorities).toContain("level_load");
});

test("an answer shows in the rules", () => {
  const base = ruleTemplates[0]!.answers;
  const goods = applyTemplates({ ...base, goods: ["showroom"] }).guardrails.map(({ id }) => id);
  expect(goods).toContain("last pieces stay");
  expect(goods).not.toContain("goods for warehouses");
  expect(applyTemplates({ ...base, handovers: [] }).lanes.map(({ id }) => id)).toEqual([
    "marketplaces",
    "everything else",
  ]);
});
