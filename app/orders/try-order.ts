import type { Decision } from "#app/routing/plan.ts";
import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import type { PoolItem, StoredSnapshot, WantedLine } from "./internal/build-snapshot.ts";
import { buildSnapshot, withoutNotes } from "./internal/build-snapshot.ts";
import type { DescribedOrder } from "./internal/describe-order.ts";
import { describeOrder } from "./internal/describe-order.ts";
import { routeWithOutlook } from "./internal/route-with-outlook.ts";
import type { PoolCell, StockPool } from "./internal/stock-pool.ts";

export type TrialLine = WantedLine;
export type TrialItem = PoolItem;
export type TrialPool = StockPool;
export type TrialCell = PoolCell;
/** An order as Shopify describes it, without fulfillment orders and lines. */
export type TrialFacts = DescribedOrder;

/** An order that is not live: one of the past, or one that might come. */
export interface TrialOrder {
  readonly facts: TrialFacts;
  readonly deliveryMethod: DeliveryMethod;
  /** For pickup orders only. */
  readonly pickupLocationId: string | null;
  readonly lines: readonly TrialLine[];
}

/** The world it is tried in. Nothing of it is changed. */
export interface TrialWorld {
  readonly now: Date;
  readonly network: Network;
  readonly items: ReadonlyMap<string, TrialItem>;
  readonly pool: TrialPool;
  /** Locations the merchant took out of the pool. */
  readonly outsidePool: ReadonlySet<string>;
  readonly unitsLeftToday: Readonly<Record<string, number>>;
}

export interface Trial {
  readonly snapshot: Snapshot;
  readonly plan: Decision;
}

/**
 * Decides an order outside of live traffic, by the very steps that decide a live one: the same facts,
 * the same freezing, the same engine. Pure; without a clock, so the same input gives the same plan.
 */
export function tryOrder(order: TrialOrder, world: TrialWorld): Trial {
  const { network } = world;
  const routed = routeWithOutlook(freeze(order, world), network);
  return { snapshot: { ...withoutNotes(routed.snapshot), network }, plan: routed.plan };
}

/** What the engine would be told of the order. */
export function freezeTrial(order: TrialOrder, world: TrialWorld): Snapshot {
  return { ...withoutNotes(freeze(order, world)), network: world.network };
}

function freeze(order: TrialOrder, world: TrialWorld): StoredSnapshot {
  const { network } = world;
  return buildSnapshot({
    now: world.now.toISOString(),
    network,
    facts: describeOrder(order.facts, network.rates),
    deliveryMethod: order.deliveryMethod,
    pickupLocationId: order.pickupLocationId,
    lines: order.lines,
    items: world.items,
    pool: world.pool,
    own: new Map(),
    barred: [],
    outsidePool: world.outsidePool,
    unitsLeftToday: world.unitsLeftToday,
    sendToLocationId: null,
  });
}
