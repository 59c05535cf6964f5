import type { Market } from "#app/inventory/opportunity/market.ts";
import { priceBasket } from "#app/inventory/opportunity/price-basket.ts";
import { priceBySales } from "#app/inventory/opportunity/price-by-sales.ts";
import { loadSolver, type SolveProgram } from "#app/inventory/opportunity/solve-program.ts";
import { type Fare, findBestSequence } from "#app/orders/internal/find-best-sequence.ts";
import type { Decision } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import { type Cycle, MINUTES_A_DAY } from "./make-cycle.ts";
import { money, priceOrder } from "./price-cycle.ts";

export interface Policy {
  readonly name: string;
  /** Opportunity costs, reckoned anew at midnight. */
  readonly looksAhead: boolean;
  /** Minutes that orders wait to be decided together; 0: none. */
  readonly coolOff: number;
  /** Plans that no store has accepted may change. */
  readonly reconsiders: boolean;
}

export interface CycleResult {
  /** Full cost by the contract without opportunity costs, in 1/10,000. */
  readonly cost: number;
  readonly splits: number;
  /** Units filled of each line of each order. */
  readonly fills: readonly (readonly number[])[];
  /** Plans changed before a store had accepted them. */
  readonly changes: number;
}

/** Stores are open from 9:00 to 18:00 and accept an hour of opening time after they are asked. */
const OPENS = 540;
const CLOSES = 1080;
const ACCEPTS_AFTER = 60;
/** As shops start out: two changes an order, each worth 1.00. */
const MOST_CHANGES = 2;
const LEAST_SAVING = 1;

interface Placed {
  plan: Decision;
  acceptedAt: number;
  changes: number;
}

interface Desk {
  readonly cycle: Cycle;
  readonly left: Map<string, number>;
  readonly placed: Map<number, Placed>;
  prices: ReadonlyMap<string, string>;
}

/** Lives through a cycle: orders come, wait or are decided, stores accept, plans change before that. */
export async function runCycle(cycle: Cycle, policy: Policy): Promise<CycleResult> {
  const left = new Map(cycle.stock.map((row) => [`${row.sku} ${row.locationId}`, row.available]));
  const desk: Desk = { cycle, left, placed: new Map(), prices: new Map() };
  const solve = await loadSolver();
  let window: number[] = [];
  let closesAt = Infinity;
  const close = (at: number) => {
    decideTogether(desk, window, at);
    window = [];
    closesAt = Infinity;
  };
  let today = -1;
  for (const [o, { at }] of cycle.orders.entries()) {
    if (closesAt <= at) close(closesAt);
    const day = Math.floor(at / MINUTES_A_DAY);
    if (policy.looksAhead && day !== today) desk.prices = await reckonPrices(desk, day, solve);
    today = day;
    if (policy.reconsiders) reconsider(desk, at);
    window.push(o);
    closesAt = Math.min(closesAt, at + policy.coolOff);
    if (policy.coolOff === 0) close(at);
  }
  close(closesAt);
  return measure(desk);
}

async function reckonPrices(
  { cycle, left }: Desk,
  day: number,
  solve: SolveProgram,
): Promise<ReadonlyMap<string, string>> {
  const { network, items, shape, past } = cycle;
  const weightOf = new Map(items.map(({ sku, weightKg }) => [sku, weightKg]));
  const market: Market = {
    places: network.locations.length,
    stock: new Map(
      items.map(({ sku }) => [
        sku,
        network.locations.map(({ id }) => left.get(`${sku} ${id}`) ?? 0),
      ]),
    ),
    past: past.map(({ order: { destination, service, lines } }) =>
      priceBasket(network, {
        destination,
        service,
        pickupLocationId: null,
        lines: lines.map(({ sku, quantity }) => ({
          item: sku,
          units: quantity,
          weightKg: weightOf.get(sku)!,
        })),
      }),
    ),
    expected: Math.round((past.length / shape.pastCycles) * ((shape.days - day) / shape.days)),
  };
  const prices = await priceBySales(market, new Map(), solve);
  return new Map(
    [...prices].flatMap(([sku, row]) =>
      row.map((price, l) => [`${sku} ${network.locations[l]!.id}`, (price / 10_000).toFixed(4)]),
    ),
  );
}

function decideTogether(desk: Desk, orders: readonly number[], at: number): void {
  const sequence = findBestSequence(orders.length, (trial) => {
    const left = new Map(desk.left);
    const fares: Fare[] = [];
    for (const n of trial) {
      const plan = decide(desk, orders[n]!, left);
      take(desk, orders[n]!, plan, -1, left);
      fares[n] = {
        cost: Number(plan.cost ?? 0),
        unfilledUnits: plan.unfilled.reduce((sum, { quantity }) => sum + quantity, 0),
        relaxations: plan.relaxed.length,
        fixedPlan: null,
      };
    }
    return fares;
  });
  for (const n of sequence) {
    const plan = decide(desk, orders[n]!, desk.left);
    take(desk, orders[n]!, plan, -1, desk.left);
    desk.placed.set(orders[n]!, { plan, acceptedAt: acceptedAfter(at), changes: 0 });
  }
}

/** Each plan not accepted yet gives its units back and keeps or betters itself. */
function reconsider(desk: Desk, at: number): void {
  for (const [o, placed] of desk.placed) {
    if (placed.acceptedAt <= at || placed.changes >= MOST_CHANGES) continue;
    if (placed.plan.outcome !== "planned") continue;
    take(desk, o, placed.plan, 1, desk.left);
    const better = decide(desk, o, desk.left);
    const own = new Set(listShares(desk, o, placed.plan).map(([shelf]) => shelf));
    const before = decide(desk, o, new Map([...desk.left].filter(([shelf]) => own.has(shelf))));
    if (Number(before.cost) - Number(better.cost) >= LEAST_SAVING) {
      placed.plan = better;
      placed.acceptedAt = acceptedAfter(at);
      placed.changes += 1;
    }
    take(desk, o, placed.plan, -1, desk.left);
  }
}

function acceptedAfter(at: number): number {
  const day = Math.floor(at / MINUTES_A_DAY) * MINUTES_A_DAY;
  const start = Math.max(at, day + OPENS);
  if (start + ACCEPTS_AFTER <= day + CLOSES) return start + ACCEPTS_AFTER;
  const minutesLeft = ACCEPTS_AFTER - Math.max(0, day + CLOSES - start);
  return day + MINUTES_A_DAY + OPENS + minutesLeft;
}

function decide({ cycle, prices }: Desk, o: number, left: ReadonlyMap<string, number>): Decision {
  const { order } = cycle.orders[o]!;
  const { network, items } = cycle;
  const skus = new Set(order.lines.map(({ sku }) => sku));
  const stock = [...skus].flatMap((sku) =>
    network.locations.flatMap(({ id }): Snapshot["stock"][number][] => {
      const shelf = `${sku} ${id}`;
      const available = left.get(shelf);
      if (available === undefined) return [];
      const opportunityCost = prices.get(shelf) ?? "0";
      return [{ locationId: id, sku, available, safetyStock: 0, opportunityCost }];
    }),
  );
  return routeOrder({
    now: order.placedAt,
    network,
    items: items.filter(({ sku }) => skus.has(sku)),
    stock,
    unitsLeftToday: {},
    order,
  });
}

function listShares({ cycle }: Desk, o: number, { parcels }: Decision): [string, number][] {
  const skuOf = new Map(cycle.orders[o]!.order.lines.map(({ id, sku }) => [id, sku]));
  return parcels.flatMap(({ locationId, lines }) =>
    lines.map(({ lineId, quantity }): [string, number] => [
      `${skuOf.get(lineId)} ${locationId}`,
      quantity,
    ]),
  );
}

/** Takes a plan's units off the shelves (sign -1) or puts them back (1). No shelf may go below zero. */
function take(
  desk: Desk,
  o: number,
  plan: Decision,
  sign: 1 | -1,
  left: Map<string, number>,
): void {
  for (const [shelf, units] of listShares(desk, o, plan)) {
    const after = left.get(shelf)! + sign * units;
    if (after < 0) throw new Error(`${shelf} is oversold.`);
    left.set(shelf, after);
  }
}

/** Prices the plans by the bench's own reading of the contract, whatever the engine thought. */
function measure({ cycle, placed }: Desk): CycleResult {
  const { network, items, orders } = cycle;
  const weightOf = new Map(items.map(({ sku, weightKg }) => [sku, weightKg]));
  let cost = 0;
  const fills = orders.map(({ order }, o) => {
    const { parcels } = placed.get(o)!.plan;
    const prices = priceOrder(network, weightOf, order);
    const filled = order.lines.map(() => 0);
    cost += money(network.splitPenalty) * Math.max(0, parcels.length - 1);
    for (const { locationId, lines } of parcels) {
      const l = network.locations.findIndex(({ id }) => id === locationId);
      cost += prices.parcel[l]!;
      for (const { lineId, quantity } of lines) {
        const j = order.lines.findIndex(({ id }) => id === lineId);
        cost += prices.unit[j]![l]! * quantity;
        filled[j]! += quantity;
      }
    }
    return filled;
  });
  const all = [...placed.values()];
  return {
    cost,
    splits: all.filter(({ plan }) => plan.parcels.length > 1).length,
    fills,
    changes: all.reduce((sum, { changes }) => sum + changes, 0),
  };
}
