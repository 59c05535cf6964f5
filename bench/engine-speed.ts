import { parseScenario, type Scenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { RateZone } from "#app/routing/snapshot.ts";
import { generateScenario } from "./engine-referee/generate-scenario.ts";

const SEED = 77;
const WARM_UPS = 3;
const RUNS = 4;
const ORDERS = 300;
const WHOLESALE_LINES = 20;

interface Basket {
  readonly maxLines: number;
  readonly maxQuantity: number;
  /** Most units of a SKU at a location. */
  readonly depth: number;
}

const RETAIL: Basket = { maxLines: 10, maxQuantity: 3, depth: 6 };
/** Many lines of many units, so that nearly every order needs several parcels; ample or scarce stock. */
const WHOLESALE: Basket = { maxLines: WHOLESALE_LINES, maxQuantity: 8, depth: 12 };
const SCARCE_WHOLESALE: Basket = { ...WHOLESALE, depth: 4 };
const STEPPED: Basket = { maxLines: 12, maxQuantity: 2, depth: 6 };
const STEP_ENDS = [0.25, 0.5, 1, 2, 3, 5, 10, 20, null];

/** A lowest-cost world; `spread` is the share of locations that stock a SKU. */
function makeWorld(locations: number, spread: number, basket: Basket, orders = ORDERS): Scenario {
  const raw = generateScenario(SEED, {
    ...basket,
    locations,
    spread,
    orders,
    skus: 120,
    guardrails: 0,
    ties: false,
    oddities: false,
  });
  return parseScenario({ ...raw, ruleset: { guardrails: [], lanes: [], whenNothingFits: [] } });
}

/** Only baskets of 20 lines, each of 2 to 8 units. */
function makeWholesale(spread: number, basket: Basket): Scenario {
  const world = makeWorld(1000, spread, basket, 2 * ORDERS);
  const orders = world.orders
    .filter(({ lines }) => lines.length === WHOLESALE_LINES)
    .map((order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, quantity: Math.max(2, line.quantity) })),
    }));
  return { ...world, orders };
}

/** The same world with a rate card by weight steps, dearer with distance and cheaper by the kilogram. */
function makeStepped(locations: number): Scenario {
  const world = makeWorld(locations, 0.35, STEPPED, 100);
  const priceStep = ({ parcel, perKg }: RateZone, upToKg: number | null) =>
    (Number(parcel) + Number(perKg) * (upToKg ?? 20) ** 0.9).toFixed(4);
  const rates = world.network.rates.map((service) => ({
    ...service,
    zones: service.zones.map((zone) => ({
      ...zone,
      steps: STEP_ENDS.map((upToKg) => ({ upToKg, price: priceStep(zone, upToKg) })),
    })),
  }));
  return { ...world, network: { ...world.network, rates } };
}

/** Microseconds of one order: to plan and proof, and from there to the explanation. */
interface Times {
  readonly decide: number[];
  readonly explain: number[];
}

/** Times every order alone, in compiled code, each as the fastest of a few runs on a shared machine. */
function measure(name: string, scenario: Scenario): object {
  const best: Times = { decide: [], explain: [] };
  let decisions: Decision[] = [];
  for (let run = -WARM_UPS; run < RUNS; run++) {
    const times: Times = { decide: [], explain: [] };
    decisions = runOnce(scenario, times);
    if (run < 0) continue;
    keepFastest(best.decide, times.decide);
    keepFastest(best.explain, times.explain);
  }
  const together = best.decide.map((time, at) => time + best.explain[at]!);
  const gaps = decisions.flatMap(({ cost, proof }) =>
    cost === null ? [] : [100 * (Number(cost) / Number(proof.bound) - 1)],
  );
  return {
    world: name,
    orders: decisions.length,
    "decide µs p50 / p99": showPercentiles(best.decide),
    "explain µs p50 / p99": showPercentiles(best.explain),
    "together µs p50 / p99": showPercentiles(together),
    proven: decisions.filter(({ proof }) => proof.optimal).length,
    "gap % p50 / max": `${findShare(gaps, 0.5).toFixed(2)} / ${findShare(gaps, 1).toFixed(2)}`,
  };
}

function runOnce(scenario: Scenario, { decide, explain }: Times): Decision[] {
  const decisions: Decision[] = [];
  let startedAt = 0;
  let plannedAt = 0;
  const routing = () => {
    startedAt = performance.now();
    const elapsedMs = () => performance.now() - startedAt;
    const onPlanned = () => {
      plannedAt = performance.now();
    };
    return { elapsedMs, onPlanned };
  };
  for (const decision of runScenario(scenario, { independent: true, routing })) {
    const explainedAt = performance.now();
    decide.push((plannedAt - startedAt) * 1000);
    explain.push((explainedAt - plannedAt) * 1000);
    decisions.push(decision);
  }
  return decisions;
}

function keepFastest(best: number[], times: readonly number[]): void {
  times.forEach((time, at) => {
    best[at] = Math.min(best[at] ?? Infinity, time);
  });
}

function showPercentiles(times: readonly number[]): string {
  return `${Math.round(findShare(times, 0.5))} / ${Math.round(findShare(times, 0.99))}`;
}

/** Nearest-rank percentile; 0 without values. */
function findShare(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Prints decision and explanation, apart and together, per size of world and depth of stock. */
export function measureSpeed(): void {
  const rows = [25, 100, 1000].flatMap((locations) =>
    [0.1, 0.35, 0.9].map((spread) =>
      measure(`${locations} locations, spread ${spread}`, makeWorld(locations, spread, RETAIL)),
    ),
  );
  const wholesale = [0.1, 0.35, 0.9].flatMap((spread) => [
    measure(`1000, wholesale, spread ${spread}`, makeWholesale(spread, WHOLESALE)),
    measure(`1000, scarce wholesale, spread ${spread}`, makeWholesale(spread, SCARCE_WHOLESALE)),
  ]);
  const stepped = [25, 100].map((locations) =>
    measure(`${locations} locations, weight steps, 1-12 lines`, makeStepped(locations)),
  );
  console.log(`\none order (seed ${SEED}, fastest of ${RUNS} runs, deadline 50 ms)`);
  console.table([...rows, ...wholesale, ...stepped]);
}

if (import.meta.main) measureSpeed();
