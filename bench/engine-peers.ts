import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import { sharesOf } from "./engine-referee/compare-with-oracle.ts";
import { type Order, startState } from "./engine-referee/contract-world.ts";
import { makeMipReferee } from "./engine-referee/decide-by-mip.ts";
import { measureShares, type Share } from "./engine-referee/evaluate-plan.ts";
import { type GeneratedScenario, generateScenario } from "./engine-referee/generate-scenario.ts";
import { type Peer, PEERS } from "./engine-referee/peer-algorithms.ts";

/** Sums over the orders that every method could fill, money in 1/10,000. */
interface Row {
  readonly name: string;
  equal: number;
  full: number;
  shipping: number;
  splits: number;
  /** Microseconds per order; the engine's with its explanation, the peers' with none. */
  micros: readonly number[];
}

interface Compared {
  orders: number;
  /** What the referee's optimal plans cost in full. */
  optimum: number;
  readonly rows: readonly Row[];
}

type Referee = Awaited<ReturnType<typeof makeMipReferee>>;

const SEED = 2026;
const WARM_RUNS = 5;

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

function compare(solve: Referee, locations: number, orders: number): void {
  const scenario = makeWorld(locations, orders);
  const invoice = stripToShipping(scenario);
  const names = ["Backroom", ...Object.keys(PEERS)];
  const none = { equal: 0, full: 0, shipping: 0, splits: 0 };
  const rows = names.map((name): Row => {
    const peer = PEERS[name];
    return { name, ...none, micros: peer ? timePeer(peer, scenario) : timeOrders(scenario) };
  });
  const compared: Compared = { orders: 0, optimum: 0, rows };
  for (const decision of runScenario(parseScenario(scenario), { independent: true })) {
    const order = scenario.orders.find(({ id }) => id === decision.orderId)!;
    const peers = Object.values(PEERS).map((peer) => peer(scenario, order));
    if (decision.outcome !== "planned" || peers.includes(null)) continue;
    const [best] = solve(scenario, order, startState(scenario), ["lowest_cost"])!;
    tally(compared, [sharesOf(decision), ...(peers as Share[][])], best!, scenario, invoice, order);
  }
  print(locations, compared);
}

/** Microseconds per order, after some runs that only warm the code up. */
function timeOrders(scenario: GeneratedScenario): number[] {
  const world = parseScenario(scenario);
  let micros: number[] = [];
  for (let run = 0; run < WARM_RUNS; run++) {
    micros = [];
    let startedAt = 0;
    const routing = () => {
      startedAt = performance.now();
      return {};
    };
    const decisions = runScenario(world, { independent: true, routing });
    while (!decisions.next().done) micros.push((performance.now() - startedAt) * 1000);
  }
  return micros;
}

/** The same for a peer. */
function timePeer(peer: Peer, scenario: GeneratedScenario): number[] {
  let micros: number[] = [];
  for (let run = 0; run < WARM_RUNS; run++) {
    micros = scenario.orders.map((order) => {
      const startedAt = performance.now();
      peer(scenario, order);
      return (performance.now() - startedAt) * 1000;
    });
  }
  return micros;
}

function tally(
  compared: Compared,
  plans: readonly Share[][],
  best: number,
  scenario: GeneratedScenario,
  invoice: GeneratedScenario,
  order: Order,
): void {
  compared.orders++;
  compared.optimum += best;
  compared.rows.forEach((row, at) => {
    const full = measureShares(scenario, order, plans[at]!);
    row.full += full.lowest_cost;
    row.shipping += measureShares(invoice, order, plans[at]!).lowest_cost;
    row.equal += full.lowest_cost === best ? 1 : 0;
    row.splits += full.fewest_parcels > 1 ? 1 : 0;
  });
}

function print(locations: number, { orders, optimum, rows }: Compared): void {
  console.log(`\n${locations} locations, ${orders} orders (seed ${SEED + locations})`);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const perOrder = (sum: number) => (sum / orders / 10_000).toFixed(2);
  const median = (micros: readonly number[]) =>
    Math.round(micros.toSorted((a, b) => a - b)[Math.floor(micros.length / 2)]!);
  console.table(
    rows.map(({ name, equal, full, shipping, splits, micros }) => ({
      method: name,
      "equal to referee": percent(equal / orders),
      "cost over optimum": percent(full / optimum - 1),
      "full cost": perOrder(full),
      "shipping only": perOrder(shipping),
      "split rate": percent(splits / orders),
      "median µs": median(micros),
    })),
  );
}

/** Prices what shops use today beside the engine, each against HiGHS on the same orders. */
export async function comparePeers(orders: number): Promise<void> {
  const solve = await makeMipReferee();
  for (const locations of [5, 25, 100]) compare(solve, locations, orders);
  console.log("Times: Backroom's include its explanation; the greedy's are those of the evaluator");
  console.log("it prices with. Peers are written to be read, not for speed.");
}

if (import.meta.main) await comparePeers(Number(process.argv[2] ?? 400));
