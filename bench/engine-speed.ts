import { measureRun } from "#app/insights/scenario/measure-run.ts";
import { parseScenario, type Scenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision } from "#app/routing/plan.ts";
import { generateScenario } from "./engine-referee/generate-scenario.ts";

const SEED = 77;
const WARM_UPS = 3;
/** Wholesale: many lines of many units, so that nearly every order needs several parcels. */
const RETAIL = { maxLines: 10, maxQuantity: 3, depth: 6 };
const WHOLESALE = { maxLines: 20, maxQuantity: 8, depth: 12 };

/** Lowest-cost worlds of a size; `spread` is the share of locations that stock a SKU. */
function makeWorld(locations: number, spread: number, basket: typeof RETAIL): Scenario {
  const raw = generateScenario(SEED, {
    locations,
    spread,
    ...basket,
    skus: 120,
    orders: basket === RETAIL ? 300 : 60,
    guardrails: 0,
    ties: false,
    oddities: false,
  });
  // Wholesale baskets are all large.
  const orders =
    basket === RETAIL ? raw.orders : raw.orders.filter(({ lines }) => lines.length >= 16);
  return parseScenario({
    ...raw,
    orders,
    ruleset: { guardrails: [], lanes: [], whenNothingFits: [] },
  });
}

/** Times every order alone, in compiled code, each as the fastest of a few runs on a shared machine. */
function measure(name: string, scenario: Scenario): object {
  let decisions: Decision[] = [];
  const totals = scenario.orders.map(() => Infinity);
  for (let run = 0; run < 2 * WARM_UPS; run++) {
    let startedAt = 0;
    decisions = [];
    const watch = measureRun(() => performance.now());
    const routing = () => {
      startedAt = performance.now();
      return watch.routing();
    };
    for (const decision of runScenario(scenario, { independent: true, routing })) {
      const micros = (performance.now() - startedAt) * 1000;
      if (run >= WARM_UPS) totals[decisions.length] = Math.min(totals[decisions.length]!, micros);
      decisions.push(decision);
    }
  }
  const sorted = [...totals].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  const gaps = decisions.flatMap(({ cost, proof }) =>
    cost === null ? [] : [Number(cost) / Number(proof.bound) - 1],
  );
  const medianGap = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return {
    world: name,
    orders: totals.length,
    "p50 µs": at(0.5),
    "p99 µs": at(0.99),
    "max µs": at(1),
    proven: decisions.filter(({ proof }) => proof.optimal).length,
    "median gap": `${(100 * medianGap).toFixed(2)} %`,
  };
}

/** Prints decision and explanation together, per size of world and depth of stock. */
export function measureSpeed(): void {
  const rows = [25, 100, 1000].flatMap((locations) =>
    [0.1, 0.35, 0.9].map((spread) =>
      measure(`${locations} locations, spread ${spread}`, makeWorld(locations, spread, RETAIL)),
    ),
  );
  const wholesale = [0.35, 0.9].map((spread) =>
    measure(`1000 locations, wholesale, spread ${spread}`, makeWorld(1000, spread, WHOLESALE)),
  );
  console.log(
    `\ndecision and explanation of one order (seed ${SEED}, fastest of ${WARM_UPS} runs)`,
  );
  console.table([...rows, ...wholesale]);
}

if (import.meta.main) measureSpeed();
