import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision } from "#app/routing/plan.ts";
import { comparePeers } from "./engine-peers.ts";
import { sharesOf, takeUnits } from "./engine-referee/compare-with-oracle.ts";
import { guardrailsInForce, priorities } from "./engine-referee/contract-rules.ts";
import { type Order, type State, startState, STRICT } from "./engine-referee/contract-world.ts";
import { makeMipReferee } from "./engine-referee/decide-by-mip.ts";
import { findBreaches, type Measures, measureShares } from "./engine-referee/evaluate-plan.ts";
import {
  type GeneratedScenario,
  generateScenario,
  type WorldShape,
} from "./engine-referee/generate-scenario.ts";

const ORDERS_PER_WORLD = 20;

/** Worlds for the referee: from a handful of locations up, sparse and deep, with rules of every kind. */
export function refereeShape(seed: number, mostLocations: number): WorldShape {
  const sizes = [5, 12, 25, 60, 100].filter((size) => size <= mostLocations);
  return {
    locations: sizes[seed % sizes.length]!,
    skus: 40,
    orders: ORDERS_PER_WORLD,
    maxLines: 1 + (seed % 7),
    maxQuantity: 1 + (seed % 3),
    depth: 2 + (seed % 5),
    spread: [0.25, 0.5, 0.9][seed % 3]!,
    guardrails: seed % 4,
    ties: seed % 5 === 0,
    oddities: seed % 2 === 0,
  };
}

export type RefereeReport = Readonly<Tally>;

interface Tally {
  /** Orders under each kind of rule: guardrail effects, conditions and priorities by their key. */
  readonly kinds: Record<string, number>;
  orders: number;
  planned: number;
  splits: number;
  unproven: number;
  readonly differences: string[];
}

/** Decides about `orders` generated orders and holds each against evaluator and referee. */
export async function refereeOrders(
  orders: number,
  firstSeed: number,
  mostLocations: number,
): Promise<RefereeReport> {
  const solve = await makeMipReferee();
  const report: Tally = {
    kinds: {},
    orders: 0,
    planned: 0,
    splits: 0,
    unproven: 0,
    differences: [],
  };
  for (let seed = firstSeed; report.orders < orders; seed++) {
    const raw = generateScenario(seed, refereeShape(seed, mostLocations));
    // The referee fills whole orders under the rules as they stand.
    const ruleset = { ...raw.ruleset, whenNothingFits: [] };
    const world = { ...raw, ruleset };
    const state = startState(world);
    for (const decision of runScenario(parseScenario(world))) {
      const order = world.orders.find(({ id }) => id === decision.orderId)!;
      // A held order was never searched.
      if (decision.outcome !== "held") judge(report, seed, solve, world, order, state, decision);
      takeUnits(state, order, decision);
    }
  }
  return report;
}

function judge(
  report: Tally,
  seed: number,
  solve: Awaited<ReturnType<typeof makeMipReferee>>,
  world: GeneratedScenario,
  order: Order,
  state: State,
  decision: Decision,
): void {
  const { priorities: ranked } = priorities(world, order);
  const criteria = ["unknown_distance", ...ranked] as (keyof Measures & string)[];
  const expected = solve(world, order, state, criteria);
  const shares = sharesOf(decision);
  const measures = measureShares(world, order, shares);
  const isPlanned = decision.outcome === "planned";
  const actual = isPlanned ? criteria.map((each) => Number(measures[each])) : null;
  const breaches = isPlanned ? findBreaches(world, order, state, STRICT, shares) : [];
  if (breaches.length > 0 || JSON.stringify(actual) !== JSON.stringify(expected)) {
    const figures = JSON.stringify({ criteria, actual, expected, breaches });
    report.differences.push(`seed ${seed} order ${order.id}: ${figures}`);
  }
  for (const kind of listKinds(world, order)) {
    report.kinds[kind] = (report.kinds[kind] ?? 0) + 1;
  }
  report.orders += 1;
  report.planned += isPlanned ? 1 : 0;
  report.splits += decision.parcels.length > 1 ? 1 : 0;
  report.unproven += decision.proof.optimal ? 0 : 1;
}

/** The keys of every rule that holds for the order, each once. */
function listKinds(world: GeneratedScenario, order: Order): ReadonlySet<string> {
  const { lane, priorities: ranked } = priorities(world, order);
  const rules = guardrailsInForce(world, order).map(({ rule }) => rule);
  const lanes = world.ruleset.lanes.filter(({ id }) => id === lane);
  const conditions = [...rules, ...lanes].flatMap(({ when }) => Object.keys(when ?? {}));
  const effects = rules.flatMap(({ id: _, when: __, ...keys }) => Object.keys(keys));
  return new Set([...effects, ...conditions.map((key) => `when ${key}`), ...ranked]);
}

function readOption(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

if (import.meta.main) {
  const seed = readOption("seed", 1);
  const report = await refereeOrders(
    readOption("orders", 2000),
    seed,
    readOption("locations", 100),
  );
  console.log(`orders ${report.orders} from seed ${seed}: ${report.planned} planned,`);
  console.log(`${report.splits} of them split, ${report.unproven} unproven;`);
  console.log(`${report.differences.length} differ from HiGHS or break a rule`);
  console.log(
    "orders by kind of rule:",
    Object.entries(report.kinds)
      .sort()
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", "),
  );
  for (const difference of report.differences.slice(0, 10)) console.log(difference);
  process.exitCode = report.differences.length === 0 ? 0 : 1;
  await comparePeers(readOption("peers", 200));
}
