import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import { conditionKeys, effectKeys, prioritiesOf, stepsOf } from "#app/rules/ruleset-keys.ts";
import { finishRulesText } from "#app/ui/rules/editor/finish-rules-text.ts";
import { findRuleProblems, problemAt } from "#app/ui/rules/editor/find-rule-problems.ts";
import { isSameRules } from "#app/ui/rules/editor/is-same-rules.ts";
import { moveItem } from "#app/ui/rules/editor/move-item.ts";
import { conditionSubjects, effectSubjects } from "#app/ui/rules/editor/rule-fields.ts";
import { startRulesText } from "#app/ui/rules/editor/start-rules-text.ts";

const seed = 20261121;

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/), {
  minLength: 1,
  maxLength: 3,
});
const money = fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
const kilos = fc.integer({ min: 0, max: 90_000 }).map((grams) => grams / 1_000);
const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const time = fc.constantFrom("00:00", "08:30", "23:59");
const types = some("store", "warehouse", "third_party", "vendor");
const places = fc
  .record({ types, ids: names, groups: names }, { requiredKeys: [] })
  .filter((selector) => Object.keys(selector).length > 0);

const conditions = fc
  .record(
    {
      ...{ orderTags: names, channels: names, customerTags: names, countryCodes: names },
      ...{ provinceCodes: names, postalPrefixes: names, nearestStoreWithinKm: kilos },
      ...{ services: names, minOrderValue: money, maxOrderValue: money, minWeightKg: kilos },
      ...{ maxWeightKg: kilos, riskLevels: some("low", "medium", "high") },
      ...{ deliveryMethods: some("shipping", "local", "pickup"), weekdays: some(1, 3, 5, 7) },
      ...{ timeFrom: time, timeTo: time, itemTags: names, skus: names, productTypes: names },
      ...{ vendors: names, collections: names },
    },
    { requiredKeys: [] },
  )
  .filter((condition) => Object.keys(condition).length > 0)
  .chain((condition) => fc.constantFrom(condition, { match: "any" as const, ...condition }));

const demands = fc
  .record(
    {
      ...{ onlyFrom: places, neverFrom: places, minAvailable: fc.integer({ min: 1, max: 9 }) },
      ...{ withinKm: kilos, stayInCountry: fc.constant(true), stayInProvince: fc.constant(true) },
      ...{ beforeCutoff: fc.constant(true), withinPromise: fc.constant(true) },
      ...{ maxParcels: fc.integer({ min: 1, max: 9 }), minParcelValue: money },
      ...{ sameParcel: fc.constant(true), minMargin: money.map((amount) => `-${amount}`) },
      hold: fc.constant("look at it"),
    },
    { requiredKeys: [] },
  )
  .filter((effects) => Object.keys(effects).length > 0);

const guardrails = fc
  .tuple(fc.option(conditions), demands)
  .map(([when, effects]) => ({ ...(when ? { when } : {}), ...effects }));
const lanes = fc
  .tuple(fc.option(conditions), fc.shuffledSubarray([...prioritiesOf("product")], { minLength: 1 }))
  .map(([when, priorities]) => ({ ...(when ? { when } : {}), priorities }));

const rulesets: fc.Arbitrary<Ruleset> = fc
  .record({
    guardrails: fc.array(guardrails, { maxLength: 4 }),
    lanes: fc.array(lanes, { maxLength: 4 }),
    whenNothingFits: fc.shuffledSubarray([...stepsOf("product")]),
  })
  .map((rules) => {
    const numbered = {
      guardrails: rules.guardrails.map((rule, at) => ({ id: `guardrail ${at}`, ...rule })),
      lanes: rules.lanes.map((lane, at) => ({ id: `lane ${at}`, ...lane })),
      whenNothingFits: rules.whenNothingFits,
    };
    return parseRuleset(numbered, "$", "product");
  });

const stored = (ruleset: Ruleset, disabled: readonly string[] = []) => ({
  ...{ name: "Draft", comment: "", ruleset, disabled },
});
const broken = (part: Partial<Ruleset> | object) =>
  findRuleProblems({ ...defaultRuleset, ...part } as Ruleset);

describe(`rules as text in the editor (seed ${seed})`, () => {
  test("are the same rules again when nothing was typed", () => {
    fc.assert(
      fc.property(rulesets, (ruleset) => {
        const disabled = ruleset.guardrails.slice(0, 1).map(({ id }) => id);
        const again = finishRulesText(startRulesText(stored(ruleset, disabled)));
        expect(again.ruleset).toEqual(ruleset);
        expect(again.disabled).toEqual(disabled);
        expect(findRuleProblems(again.ruleset).size).toBe(0);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("have a field for every key of the rule language", () => {
    const keysOf = (subjects: typeof conditionSubjects | typeof effectSubjects) =>
      subjects.flatMap(({ operators }) => operators.map(({ key }) => key as string)).sort();
    const asked = Object.keys(conditionKeys("product")).filter((key) => key !== "match");
    expect(keysOf(conditionSubjects)).toEqual(asked.sort());
    expect(keysOf(effectSubjects)).toEqual(Object.keys(effectKeys("product")).sort());
  });

  test("are unchanged when only the database has put their keys in another order", () => {
    const rule = { id: "a", when: { skus: ["S"], orderTags: ["t"] }, maxParcels: 2 };
    const turned = { maxParcels: 2, when: { orderTags: ["t"], skus: ["S"] }, id: "a" };
    const finish = (guardrails: Ruleset["guardrails"]) =>
      finishRulesText(startRulesText(stored({ ...defaultRuleset, guardrails })));
    expect(isSameRules(finish([rule]), finish([turned]))).toBe(true);
    expect(isSameRules(finish([rule]), finish([{ ...rule, maxParcels: 3 }]))).toBe(false);
    const [other] = defaultRuleset.guardrails;
    expect(isSameRules(finish([rule, other!]), finish([other!, rule]))).toBe(false);
  });

  test("give every row a key of its own", () => {
    const text = startRulesText(stored(defaultRuleset));
    const rules = [...text.guardrails, ...text.lanes];
    const keys = rules.flatMap((rule) => [rule.key, ...rule.when.rows.map(({ key }) => key)]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(`row-${text.nextKey}`);
  });
});

describe("problems of half-typed rules", () => {
  test("are named at their fields, one a rule", () => {
    const problems = broken({
      guardrails: [
        { id: "a", maxParcels: "many" },
        { id: "b", when: { skus: [] }, sameParcel: true },
      ],
      lanes: [{ id: "c", priorities: [] }],
    });
    expect([...problems.keys()]).toEqual([
      "guardrails[0].maxParcels",
      "guardrails[1].when.skus",
      "lanes[0].priorities",
    ]);
    expect(problemAt(problems, "guardrails[0].maxParcels")).toMatch(/^Must be a whole number/);
    expect(problemAt(problems, "guardrails[0]")).not.toBe("");
    expect(problemAt(problems, "guardrails[0].when")).toBe("");
    expect(problemAt(problems, "guardrails[1]")).not.toBe(problemAt(problems, "guardrails[0]"));
  });

  test("include what only the whole set shows", () => {
    const twice = [
      { id: "a", maxParcels: 1 },
      { id: "a", maxParcels: 2 },
    ];
    expect([...broken({ guardrails: twice }).keys()]).toEqual(["guardrails[1].id"]);
  });

  test("of rule 1 are not taken for those of rule 12", () => {
    const problems = new Map([["lanes[12].id", "is missing"]]);
    expect(problemAt(problems, "lanes[1]")).toBe("");
  });
});

test(`moving an item keeps every other one in its order (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
      const items = list.map((value, at) => ({ value, at }));
      const [from, to] = [a % items.length, b % items.length];
      const moved = moveItem(items, from, to);
      expect(moved[to]).toBe(items[from]);
      const others = moved.filter((item) => item !== items[from]);
      expect(others).toEqual(items.filter((item) => item !== items[from]));
    }),
    { seed, numRuns: 200 },
  );
});
