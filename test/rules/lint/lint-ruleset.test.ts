import { expect, test } from "vitest";
import type { Guardrail, Lane, Ruleset } from "#app/routing/ruleset.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import type { LintFacts } from "#app/rules/lint/lint-facts.ts";
import { conditionKey } from "#app/rules/lint/lint-facts.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";

const facts: LintFacts = {
  currency: "USD",
  locations: [
    { id: "1", name: "Denver", type: "store", groups: ["west"] },
    { id: "2", name: "Columbus DC", type: "warehouse", groups: [] },
  ],
  unusedValues: {},
  matches: null,
};
const last: Lane = { id: "rest", priorities: ["lowest_cost"] };
const CALIFORNIA = { countryCodes: ["US"], provinceCodes: ["CA"] };

function set(guardrails: readonly Guardrail[], lanes: readonly Lane[] = [last]): Ruleset {
  return { guardrails, lanes, whenNothingFits: ["exception"] };
}

/** "severity code path rules", a line per finding. */
function lint(ruleset: Ruleset, change: Partial<LintFacts> = {}, disabled: string[] = []) {
  return lintRuleset(ruleset, { ...facts, ...change }, disabled).map(
    ({ severity, code, path, ruleIds }) =>
      [severity, code, path, ruleIds.join("+")].filter(Boolean).join(" "),
  );
}

test("the starter rules pass without a word", () => {
  expect(lint(defaultRuleset)).toEqual([]);
});

test("guardrails that leave no location are errors, alone, together or where they meet", () => {
  const warehouse: Guardrail = {
    id: "a",
    when: { deliveryMethods: ["shipping"] },
    onlyFrom: { types: ["warehouse"] },
  };
  const noWarehouse: Guardrail = { id: "b", neverFrom: { types: ["warehouse"] } };
  const noVendor: Guardrail = { id: "c", onlyFrom: { types: ["vendor"] } };
  expect(lint(set([warehouse, noWarehouse]))).toEqual(["error contradiction guardrails[0] a+b"]);
  expect(lint(set([noVendor]))).toContain("error contradiction guardrails[0] c");
  const toCalifornia: Guardrail = { ...noWarehouse, when: CALIFORNIA };
  expect(lint(set([warehouse, toCalifornia]))).toEqual(["warning contradiction guardrails[1] a+b"]);
  const picked: Guardrail = { ...noWarehouse, when: { deliveryMethods: ["pickup"] } };
  expect(lint(set([warehouse, picked]))).toEqual([]);
  expect(lint(set([warehouse, noWarehouse]), {}, ["b"])).toEqual([]);
});

test("a limit at some locations contradicts only there", () => {
  const atStores: Guardrail = { id: "a", at: { types: ["store"] }, onlyFrom: { groups: ["east"] } };
  const fromStores: Guardrail = { id: "b", onlyFrom: { types: ["store"] } };
  expect(lint(set([atStores, fromStores]))).toContain("error contradiction guardrails[0] a+b");
  expect(lint(set([atStores]))).not.toContain("error contradiction guardrails[0] a");
});

test("a limit that keeps every store from handing over pickups is a warning", () => {
  const limit: Guardrail = { id: "a", onlyFrom: { types: ["warehouse"] } };
  expect(lint(set([limit]))).toEqual(["warning blocks_pickup guardrails[0] a"]);
});

test("a lane after one that takes all of its orders is shadowed, also by several together", () => {
  const lane = (id: string, when: Lane["when"]): Lane => ({
    id,
    ...(when ? { when } : {}),
    priorities: ["nearest"],
  });
  const us = lane("us", { countryCodes: ["US"] });
  expect(lint(set([], [us, lane("california", CALIFORNIA), last]))).toEqual([
    "warning shadowed_lane lanes[1] california+us",
  ]);
  expect(lint(set([], [lane("all", undefined), us]))).toEqual([
    "warning shadowed_lane lanes[1] us+all",
  ]);
  const sent = lane("sent", { deliveryMethods: ["shipping", "local"] });
  const picked = lane("picked", { deliveryMethods: ["pickup"] });
  expect(lint(set([], [sent, picked, last]))).toEqual([
    "warning shadowed_lane lanes[2] rest+sent+picked",
  ]);
  const [small, large] = [{ maxOrderValue: "100" }, { minOrderValue: "100.00" }];
  expect(lint(set([], [lane("small", small), lane("large", large), us]))).toEqual([
    "warning shadowed_lane lanes[2] us+small+large",
  ]);
  const overMidnight = lane("night", { timeFrom: "22:00", timeTo: "06:00" });
  const atTwo = lane("two", { timeFrom: "02:00", timeTo: "03:00" });
  expect(lint(set([], [overMidnight, atTwo, last]))).toEqual([
    "warning shadowed_lane lanes[1] two+night",
  ]);
});

test("lanes that both fit orders and want different things overlap, where orders show it", () => {
  const vip: Lane = {
    id: "vip",
    when: { customerTags: ["vip"] },
    priorities: ["earliest_delivery"],
  };
  const ebay: Lane = { id: "ebay", when: { channels: ["ebay"] }, priorities: ["lowest_cost"] };
  const count = (ours: number[], theirs: number[]): Partial<LintFacts> => ({
    matches: {
      orders: 10,
      fitting: { [conditionKey(vip.when)]: ours, [conditionKey(ebay.when)]: theirs },
    },
  });
  const ruleset = set([], [vip, ebay, last]);
  expect(lint(ruleset, count([1, 2], [2, 3]))).toEqual([
    "hint overlapping_lanes lanes[1] vip+ebay",
  ]);
  expect(lint(ruleset, count([1], [3]))).toEqual([]);
  expect(lint(ruleset)).toEqual([]);
  const staff: Lane = { ...ebay, id: "staff", when: { customerTags: ["staff"] } };
  expect(lint(set([], [vip, staff, last]))).toEqual(["hint overlapping_lanes lanes[1] vip+staff"]);
});

test("a limit that others already hold is redundant; of two alike the later one", () => {
  const three: Guardrail = { id: "a", when: CALIFORNIA, maxParcels: 3 };
  const two: Guardrail = { id: "b", maxParcels: 2 };
  expect(lint(set([three, two]))).toEqual(["warning redundant_guardrail guardrails[0] a+b"]);
  expect(lint(set([{ ...two, id: "c" }, two]))).toEqual([
    "warning redundant_guardrail guardrails[1] b+c",
  ]);
  expect(lint(set([{ ...three, maxParcels: 1 }, two]))).toEqual([]);
});

test("rules of no order are told by bounds, by a store where none is, and by the last orders", () => {
  const priced: Lane = { ...last, id: "p", when: { minOrderValue: "50", maxOrderValue: "20" } };
  expect(lint(set([], [priced, last]))).toEqual(["error impossible_condition lanes[0].when p"]);
  const near: Guardrail = { id: "n", when: { nearestStoreWithinKm: 5 }, maxParcels: 1 };
  const warehouses = facts.locations.slice(1);
  expect(lint(set([near]), { locations: warehouses })).toEqual([
    "error impossible_condition guardrails[0].when n",
  ]);
  const fitting = { [conditionKey(near.when)]: [] };
  expect(lint(set([near]), { matches: { orders: 100, fitting } })).toEqual([
    "hint never_matched guardrails[0].when n",
  ]);
  expect(lint(set([near]), { matches: { orders: 5, fitting } })).toEqual([]);
});

test("a lane whose orders all went by lanes before it is told, though its condition is not implied", () => {
  const first: Lane = { id: "first", when: { orderTags: ["a"] }, priorities: ["nearest"] };
  const second: Lane = { id: "second", when: { channels: ["b"] }, priorities: ["nearest"] };
  const fitting = { [conditionKey(first.when)]: [0, 1, 2], [conditionKey(second.when)]: [1, 2] };
  expect(lint(set([], [first, second, last]), { matches: { orders: 50, fitting } })).toEqual([
    "hint never_matched lanes[1] second",
  ]);
});

test("locations, groups and names that are gone are found", () => {
  const gone: Guardrail = { id: "a", neverFrom: { ids: ["1", "9"] } };
  const empty: Guardrail = { id: "b", at: { groups: ["east"] }, minAvailable: 2 };
  const tagged: Guardrail = { id: "c", when: { itemTags: ["fragile", "frgile"] }, maxParcels: 1 };
  expect(lint(set([gone, empty, tagged]), { unusedValues: { itemTags: ["frgile"] } })).toEqual([
    "warning unknown_location guardrails[0].neverFrom.ids a",
    "warning unknown_group guardrails[1].at.groups b",
    "warning blocks_pickup guardrails[0] a",
    "hint unused_value guardrails[2].when.itemTags c",
  ]);
});

test("steps after one that settles every order, and steps with nothing to loosen", () => {
  const ruleset: Ruleset = {
    ...set([]),
    whenNothingFits: ["allow_split", "exception", "backorder"],
  };
  expect(lint(ruleset)).toEqual([
    "warning after_final_step whenNothingFits[2]",
    "hint step_without_effect whenNothingFits[0]",
  ]);
});

test("nothing at all, no last lane, and more than a minute's worth are said", () => {
  expect(lint(set([], []))).toEqual(["warning empty_set"]);
  expect(lint(set([], [{ ...last, when: CALIFORNIA }]))).toEqual(["hint no_last_lane lanes"]);
  const many = Array.from({ length: 16 }, (_, at): Guardrail => {
    return { id: `g${at}`, when: { skus: [`S${at}`] }, maxParcels: 1 };
  });
  expect(lint(set(many))).toEqual(["warning too_many_to_explain"]);
});

test("messages name the rules, say what is wrong and what to do", () => {
  const [finding] = lintRuleset(
    set([{ id: "local only", onlyFrom: { types: ["vendor"] } }]),
    facts,
  );
  expect(finding?.message).toBe(
    "“local only” leaves no location at all, so what it is about can never ship. Allow at least one of your locations.",
  );
});
