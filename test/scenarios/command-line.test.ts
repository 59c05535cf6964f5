import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { alterExample, exampleScenario } from "./example-scenario.ts";

const node = resolve("node_modules/.bin/node");

function route(input: string, ...words: string[]) {
  return spawnSync(node, ["bin/route.ts", ...words], { input, encoding: "utf8" });
}

test("prints the decision of the contract's example", () => {
  const { status, stdout, stderr } = route(JSON.stringify(exampleScenario()));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    orderId: "1001",
    outcome: "planned",
    lane: "everything",
    cost: "6.6960",
    deliveryDays: 2,
    parcels: [{ locationId: "L1", distanceKm: 444.398, deliveryDays: 2, cost: "6.6960" }],
    unfilled: [],
    proof: { optimal: true, bound: "6.6960" },
    relaxed: [],
    explanation: { locations: [{ locationId: "L1", verdict: "chosen", reasons: [] }] },
  });
});

const altered = (keys: readonly (string | number)[], value: unknown) =>
  JSON.stringify(alterExample(keys, value));
const [location] = exampleScenario().locations;
const [line] = exampleScenario().orders[0]!.lines;

test.each([
  ["not JSON", "{", "$: is not JSON\n"],
  ["NaN", '{"scenario": NaN}', "$: is not JSON\n"],
  ["not an object", "[]", "$: must be an object\n"],
  [
    "an unknown key",
    altered(["orders", 0, "colour"], 1),
    "$.orders[0].colour: is not a known key\n",
  ],
  [
    "a negative quantity in the last order",
    altered(["orders", 0, "lines", 0, "quantity"], -1),
    "$.orders[0].lines[0].quantity: must be a whole number from 1 to 10000\n",
  ],
  [
    "1e9 units",
    altered(["orders", 0, "lines", 0, "quantity"], 1e9),
    "$.orders[0].lines[0].quantity: must be a whole number from 1 to 10000\n",
  ],
  [
    "two lines with one id",
    altered(["orders", 0, "lines"], [line, line]),
    "$.orders[0].lines[1].id: comes twice\n",
  ],
  [
    "a location that comes twice",
    altered(["locations", 1], location),
    "$.locations[1].id: comes twice\n",
  ],
  [
    "a SKU that is missing",
    altered(["items"], []),
    "$.stock[0].sku: names no SKU of this scenario\n",
  ],
  [
    "NaN for a quantity",
    altered(["orders", 0, "lines", 0, "quantity"], 7).replace('"quantity":7', '"quantity":NaN'),
    "$: is not JSON\n",
  ],
  [
    "a key of the product's rule language",
    altered(["ruleset", "guardrails", 0, "when", "match"], "any"),
    "$.ruleset.guardrails[0].when.match: is not a known key\n",
  ],
  ["100 MB", " ".repeat(100_000_000), "$: must be smaller than 100 MB\n"],
])("refuses %s with one line and prints nothing", (_, input, line) => {
  const { status, stdout, stderr } = route(input, "-");
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: line });
});

test("refuses a file it cannot read", () => {
  const { status, stdout, stderr } = route("", "no-such-file.json");
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: "$: cannot be read\n",
  });
});

test("orders take from the world in turn, unless they are independent", () => {
  const scenario = exampleScenario();
  const [order] = scenario.orders;
  const orders = ["a", "b", "c"].map((id) => ({ ...order!, id }));
  const input = JSON.stringify({ ...scenario, orders });
  const outcomes = (stdout: string) =>
    stdout
      .trim()
      .split("\n")
      .map((text) => (JSON.parse(text) as { outcome: string }).outcome);
  expect(outcomes(route(input).stdout)).toEqual(["planned", "planned", "partial"]);
  const independent = route(input, "--independent", "--timing");
  expect(outcomes(independent.stdout)).toEqual(["planned", "planned", "planned"]);
  const percentiles = { p50: expect.any(Number), p99: expect.any(Number), max: expect.any(Number) };
  expect(JSON.parse(independent.stderr)).toEqual({
    timing: { orders: 3, decideUs: percentiles, explainUs: percentiles },
  });
});
