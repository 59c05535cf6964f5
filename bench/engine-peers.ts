import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import { sharesOf } from "./engine-referee/compare-with-oracle.ts";
import type { Order } from "./engine-referee/contract-rules.ts";
import { measureShares, type Share } from "./engine-referee/evaluate-plan.ts";
import { type GeneratedScenario, generateScenario } from "./engine-referee/generate-scenario.ts";
import { PEERS } from "./engine-referee/peer-algorithms.ts";

/** Sums over the orders that every method could fill. */
interface Row {
  readonly name: string;
  equal: number;
  full: number;
  shipping: number;
  splits: number;
}

const SEED = 2026;

/** A retail world without guardrails, so that only the choice of locations differs. */
function makeWorld(locations: number, orders: number): GeneratedScenario {
  const raw = generateScenario(SEED + locations, {
    locations,
    skus: 200,
    orders,
    maxLines: 4,
    maxQuantity: 2,
    depth: 6,
    spread: 0.35,
    guardrails: 0,
    ties: false,
    oddities: false,
  });
  const ruleset = { guardrails: [], lanes: [], whenNothingFits: [] };
  const scenario = parseScenario({ ...raw, ruleset });
  return { ...raw, ruleset: scenario.network.ruleset };
}

/** Full cost without handling, opportunity and split penalties: what a carrier's invoice shows. */
function stripToShipping(scenario: GeneratedScenario): GeneratedScenario {
  const free = { handlingPerParcel: "0", handlingPerUnit: "0" };
  return {
    ...scenario,
    splitPenalty: "0",
    locations: scenario.locations.map((place) => ({ ...place, ...free })),
    stock: scenario.stock.map((row) => ({ ...row, opportunityCost: "0" })),
  };
}

function compare(locations: number, orders: number): void {
  const scenario = makeWorld(locations, orders);
  const invoice = stripToShipping(scenario);
  const rows = ["Backroom", ...Object.keys(PEERS)].map((name): Row => ({
    name,
    equal: 0,
    full: 0,
    shipping: 0,
    splits: 0,
  }));
  let compared = 0;
  for (const decision of runScenario(parseScenario(scenario), { independent: true })) {
    const order = scenario.orders.find(({ id }) => id === decision.orderId)!;
    const plans = [
      sharesOf(decision),
      ...Object.values(PEERS).map((peer) => peer(scenario, order)),
    ];
    if (decision.outcome !== "planned" || plans.includes(null)) continue;
    compared++;
    tally(rows, plans as Share[][], scenario, invoice, order);
  }
  print(locations, compared, rows);
}

function tally(
  rows: readonly Row[],
  plans: readonly Share[][],
  scenario: GeneratedScenario,
  invoice: GeneratedScenario,
  order: Order,
): void {
  const best = measureShares(scenario, order, plans[0]!).lowest_cost;
  rows.forEach((row, at) => {
    const full = measureShares(scenario, order, plans[at]!);
    row.full += full.lowest_cost;
    row.shipping += measureShares(invoice, order, plans[at]!).lowest_cost;
    row.equal += full.lowest_cost === best ? 1 : 0;
    row.splits += full.fewest_parcels > 1 ? 1 : 0;
  });
}

function print(locations: number, compared: number, rows: readonly Row[]): void {
  console.log(`\n${locations} locations, ${compared} orders (seed ${SEED + locations})`);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.table(
    rows.map(({ name, equal, full, shipping, splits }) => ({
      method: name,
      "equal to optimum": percent(equal / compared),
      "full cost over optimum": percent(full / rows[0]!.full - 1),
      "shipping only, over Backroom": percent(shipping / rows[0]!.shipping - 1),
      "split rate": percent(splits / compared),
    })),
  );
}

for (const locations of [5, 25, 100]) compare(locations, Number(process.argv[2] ?? 400));
