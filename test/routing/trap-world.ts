import { expect } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { Priority } from "#app/routing/ruleset.ts";
import { expectDecision, pickComparable } from "#bench/engine-referee/compare-with-oracle.ts";
import { startState } from "#bench/engine-referee/contract-world.ts";
import { decideExhaustively } from "#bench/engine-referee/exhaustive-oracle.ts";
import type { GeneratedScenario } from "#bench/engine-referee/generate-scenario.ts";
import { exampleScenario } from "#test/scenarios/example-scenario.ts";

export type Raw = ReturnType<typeof exampleScenario>;
export type Stock = readonly [locationId: string, sku: string, available: number];

/** The example with these locations (id, latitude, longitude), stock and lines (SKU, units). */
export function build(
  places: readonly (readonly [string, number | null, number | null])[],
  stock: readonly Stock[],
  lines: readonly (readonly [string, number])[],
): Raw {
  const raw = exampleScenario();
  const [place] = raw.locations;
  raw.locations = places.map(
    ([id, latitude, longitude]) =>
      ({ ...place!, id, latitude, longitude }) as typeof place & object,
  );
  raw.ruleset = { guardrails: [], lanes: [], whenNothingFits: [] };
  raw.items = ["S1", "S2", "S3", "S4", "S5", "S6"].map((sku) => ({ ...raw.items[0]!, sku }));
  raw.stock = stock.map(([locationId, sku, available]) => ({
    ...raw.stock[0]!,
    locationId,
    sku,
    available,
    safetyStock: 0,
  }));
  raw.orders[0]!.lines = lines.map(([sku, quantity], at) => ({
    id: `${at + 1}`,
    sku,
    quantity,
    unitPrice: "10.00",
  }));
  return raw;
}

/** The first order's decision, which must be the exhaustive oracle's, too. */
export function decide(raw: Raw, priorities: readonly Priority[] = ["lowest_cost"]): Decision {
  const world = { ...raw, ruleset: { ...raw.ruleset, lanes: [{ id: "lane", priorities }] } };
  const [decision] = [...runScenario(parseScenario(world))];
  const known = world as unknown as GeneratedScenario;
  const [order] = known.orders;
  const state = startState(known);
  const oracle = decideExhaustively(known, order!, state)!;
  expect(pickComparable(decision!)).toEqual(expectDecision(known, order!, state, oracle));
  return decision!;
}

/** Every share of a decision, as "location line units". */
export const shares = (decision: Decision) =>
  decision.parcels.flatMap(({ locationId, lines }) =>
    lines.map(({ lineId, quantity }) => `${locationId} ${lineId} ${quantity}`),
  );
