import { type CycleShape, makeCycle } from "./engine-lookahead/make-cycle.ts";
import { type Policy, runCycle } from "./engine-lookahead/run-cycle.ts";
import { fillInTurn, solveForesight } from "./engine-lookahead/solve-foresight.ts";

/** One way to decide against deciding one by one without looking ahead, summed over cycles. */
export interface Comparison {
  readonly name: string;
  /** In the currency. */
  cost: number;
  splits: number;
  /** Units that stock allowed and the policy did not fill. */
  refused: number;
  changes: number;
}

export interface Comparisons {
  readonly cycles: number;
  readonly orders: number;
  readonly rows: readonly Comparison[];
  readonly foresight: { readonly cost: number; readonly splits: number };
}

export const SHAPE: CycleShape = {
  stores: 6,
  warehouses: 1,
  skus: 12,
  orders: 300,
  days: 14,
  cover: 1.15,
  pastCycles: 4,
};

const ONE_BY_ONE: Policy = {
  name: "one by one",
  looksAhead: false,
  coolOff: 0,
  reconsiders: false,
};
const POLICIES: readonly Policy[] = [
  ONE_BY_ONE,
  { ...ONE_BY_ONE, name: "with opportunity costs", looksAhead: true },
  {
    name: "and cool-off, second thoughts",
    looksAhead: true,
    coolOff: 60,
    reconsiders: true,
  },
];

const FORESIGHT_SECONDS = 300;

/** Lives through cycles from a seed with each policy and with perfect foresight. */
export async function compareLookAhead(
  shape: CycleShape,
  firstSeed: number,
  cycles: number,
): Promise<Comparisons> {
  const rows = POLICIES.map(({ name }): Comparison => ({
    name,
    cost: 0,
    splits: 0,
    refused: 0,
    changes: 0,
  }));
  const foresight = { cost: 0, splits: 0 };
  for (let seed = firstSeed; seed < firstSeed + cycles; seed++) {
    const cycle = makeCycle(seed, shape);
    const best = await solveForesight(cycle, FORESIGHT_SECONDS);
    if (!best.isProven) throw new Error(`Seed ${seed}: no proof in ${FORESIGHT_SECONDS} s.`);
    foresight.cost += best.cost / 10_000;
    foresight.splits += best.splits;
    const allowed = fillInTurn(cycle).flat();
    for (const [at, policy] of POLICIES.entries()) {
      const result = await runCycle(cycle, policy);
      const row = rows[at]!;
      row.cost += result.cost / 10_000;
      row.splits += result.splits;
      row.changes += result.changes;
      const filled = result.fills.flat();
      row.refused += allowed.reduce((sum, units, n) => sum + Math.max(0, units - filled[n]!), 0);
    }
  }
  return { cycles, orders: cycles * shape.orders, rows, foresight };
}

/** The part of the way from deciding one by one to perfect foresight that a policy goes, 0 to 1. */
export function gapClosed({ rows, foresight }: Comparisons, row: Comparison): number {
  return (rows[0]!.cost - row.cost) / (rows[0]!.cost - foresight.cost);
}

function print(comparisons: Comparisons, shape: CycleShape, seed: number): void {
  const { cycles, orders, rows, foresight } = comparisons;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const last = seed + cycles - 1;
  console.log(`\nLooking ahead: ${cycles} replenishment cycles (seeds ${seed} to ${last}) of`);
  console.log(
    `${shape.orders} orders in ${shape.days} days, ${shape.skus} SKUs, ${shape.stores} stores`,
  );
  console.log(
    `and ${shape.warehouses} warehouse, stock ${shape.cover} x expected demand; forecasts know`,
  );
  console.log(
    `${shape.pastCycles} past cycles. What the worlds assume: bench/engine-lookahead/make-cycle.ts.`,
  );
  console.table([
    ...rows.map((row) => ({
      policy: row.name,
      "cost per order": (row.cost / orders).toFixed(3),
      "over foresight": percent(row.cost / foresight.cost - 1),
      "gap closed": percent(gapClosed(comparisons, row)),
      splits: row.splits,
      "fewer splits": percent(1 - row.splits / rows[0]!.splits),
      "sales refused": row.refused,
      "plans changed": row.changes,
    })),
    {
      policy: "perfect foresight (HiGHS, proven)",
      "cost per order": (foresight.cost / orders).toFixed(3),
      "over foresight": percent(0),
      "gap closed": percent(1),
      splits: foresight.splits,
      "fewer splits": percent(1 - foresight.splits / rows[0]!.splits),
      "sales refused": 0,
      "plans changed": 0,
    },
  ]);
}

function readOption(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

if (import.meta.main) {
  const seed = readOption("seed", 1);
  const shape = { ...SHAPE, orders: readOption("orders", SHAPE.orders) };
  print(await compareLookAhead(shape, seed, readOption("cycles", 6)), shape, seed);
}
