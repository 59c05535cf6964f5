import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision, Flip } from "#app/routing/plan.ts";
import { smallShape } from "#bench/engine-oracle.ts";
import {
  type GeneratedScenario,
  generateScenario,
} from "#bench/engine-referee/generate-scenario.ts";

const NO_STOCK = { safetyStock: 0, opportunityCost: "0.00" };

function decide(raw: GeneratedScenario, orderId: string): Decision {
  const orders = raw.orders.filter(({ id }) => id === orderId);
  const [decision] = runScenario(parseScenario({ ...raw, orders }));
  return decision!;
}

function applyFlip(raw: GeneratedScenario, flip: Flip): GeneratedScenario {
  if (flip.change === "rule") {
    const guardrails = raw.ruleset.guardrails.filter(({ id }) => id !== flip.rule);
    return { ...raw, ruleset: { ...raw.ruleset, guardrails } };
  }
  const { locationId } = flip;
  if (flip.change === "cost") {
    const locations = raw.locations.map((location) =>
      location.id === locationId ? { ...location, handlingPerParcel: flip.to } : location,
    );
    return { ...raw, locations };
  }
  const { sku, to } = flip;
  const isRow = (row: { locationId: string; sku: string }) =>
    row.locationId === locationId && row.sku === sku;
  const old = raw.stock.find(isRow) ?? { locationId, sku, ...NO_STOCK };
  return { ...raw, stock: [...raw.stock.filter((row) => !isRow(row)), { ...old, available: to }] };
}

test("every flip changes the plan or the outcome (seeds 20001 to 20300)", () => {
  const kinds = new Map<string, number>();
  for (let seed = 20_001; seed <= 20_300; seed++) {
    const raw = generateScenario(seed, smallShape(seed));
    for (const { id } of raw.orders) {
      const before = decide(raw, id);
      const { flip } = before.explanation;
      if (!flip) continue;
      kinds.set(flip.change, (kinds.get(flip.change) ?? 0) + 1);
      const after = decide(applyFlip(raw, flip), id);
      const plan = ({ outcome, parcels }: Decision) => ({
        outcome,
        units: parcels.map(({ locationId, lines }) => ({ locationId, lines })),
      });
      expect(plan(after), `seed ${seed}, order ${id}`).not.toEqual(plan(before));
    }
  }
  expect([...kinds.keys()].sort()).toEqual(["cost", "rule", "stock"]);
});
