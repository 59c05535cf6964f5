import {
  type TrialCell,
  type TrialPool,
  type TrialWorld,
  tryOrder,
} from "#app/orders/try-order.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Network } from "#app/routing/snapshot.ts";
import { countDailyCapacity } from "./daily-capacity.ts";
import { decideNatively, PRICE_ONLY } from "./decide-natively.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { countUnits } from "./plan-summary.ts";
import type {
  OpeningStock,
  PastOrder,
  ReplayWorld,
  StockMovement,
  Variant,
} from "./replay-world.ts";
import { summarisePlan } from "./summarise-plan.ts";

/** One variant on its way through the orders, with the stock and capacity it has left. */
export interface VariantState {
  /** Decides an order in what is left now. */
  decide(order: PastOrder): PlanSummary;
  /** Takes a plan's units: its own just decided, or one remembered from before a crash. */
  take(order: PastOrder, plan: PlanSummary): void;
  receive(movement: StockMovement): void;
}

/** Opens a variant with the world's opening stock and full capacity. */
export function openVariant(world: ReplayWorld, variant: Variant): VariantState {
  const pool = fillPool(world.opening);
  const capacity = countDailyCapacity(world.limits);
  const networkFor = rememberNetworks(variant.ruleset ?? PRICE_ONLY);
  return {
    decide(order) {
      const at = new Date(order.placedAt);
      const trial: TrialWorld = {
        now: at,
        network: networkFor(world.networkAt(at)),
        items: world.items,
        pool,
        outsidePool: world.outsidePool,
        unitsLeftToday: variant.ruleset ? capacity.unitsLeft(at) : {},
      };
      if (!variant.ruleset) return decideNatively(order, trial);
      const { snapshot, plan } = tryOrder(order.trial, trial);
      return summarisePlan(snapshot, plan, order.shippingCharged);
    },
    take(order, plan) {
      const itemOf = new Map(order.trial.lines.map((line) => [line.lineItemId, line]));
      for (const parcel of plan.parcels) {
        const work = { parcels: 1, units: countUnits(parcel) };
        capacity.take(new Date(order.placedAt), parcel.locationId, work);
        for (const { lineId, quantity } of parcel.lines) {
          const cell = pool.get(itemOf.get(lineId)?.inventoryItemId ?? "")?.get(parcel.locationId);
          if (cell) cell.available -= quantity;
        }
      }
    },
    receive({ inventoryItemId, locationId, units }) {
      const cell = pool.get(inventoryItemId)?.get(locationId);
      if (cell) cell.available += units;
    },
  };
}

function fillPool(opening: readonly OpeningStock[]): TrialPool {
  const pool = new Map<string, Map<string, TrialCell>>();
  for (const { inventoryItemId, locationId, cell } of opening) {
    const cells = pool.get(inventoryItemId) ?? new Map<string, TrialCell>();
    pool.set(inventoryItemId, cells.set(locationId, { ...cell }));
  }
  return pool;
}

/** One network per network of the world, so that the engine compiles each once. */
function rememberNetworks(ruleset: Ruleset): (base: Network) => Network {
  const known = new Map<Network, Network>();
  return (base) => {
    const network = known.get(base) ?? { ...base, ruleset };
    known.set(base, network);
    return network;
  };
}
