import type { CapacityLeft } from "#app/locations/capacity.ts";
import type { WorkToday } from "#app/locations/read-work-today.server.ts";
import type { BarredPlace, PoolItem } from "./build-snapshot.ts";
import type { KeptUnits } from "./order-units.ts";
import type { PilotPlace } from "#app/rules/pilot/running-pilot.ts";
import type { RoutingNetworks } from "./routing-networks.ts";
import type { ReservedUnits, StockPool } from "./stock-pool.ts";
import type { DecisionWindow } from "./wait-for-others.ts";
import type { Outcome, Parcel, UnfilledUnits } from "#app/routing/plan.ts";

/** Everything a batch of orders is decided in; `pool` and `capacity` shrink as units go. */
export interface BatchWorld {
  readonly now: Date;
  readonly networks: RoutingNetworks;
  readonly items: ReadonlyMap<string, PoolItem>;
  readonly pool: StockPool;
  /** Locations the merchant took out of the pool. */
  readonly outsidePool: ReadonlySet<string>;
  /** By location with a limit; a decision puts in what it leaves. */
  readonly capacity: Map<string, CapacityLeft>;
  readonly lookAhead: LookAhead;
  /** Work that today's capacity was used for so far. */
  readonly work: readonly WorkToday[];
}

export interface LookAhead {
  /** Null where orders do not wait for others. */
  readonly window: DecisionWindow | null;
  /** What a second thought must save, in the shop's currency. */
  readonly leastSaving: number;
}

/** What is remembered of one order of the batch. */
export interface RememberedOrder {
  readonly orderId: string;
  readonly name: string;
  readonly status: string;
  readonly fingerprint: string;
  readonly rerouteRequested: boolean;
  /** A person's "send to"; null when nobody asked. */
  readonly sendToLocationId: string | null;
  readonly dirtyReason: string;
  readonly pickupLocationId: string | null;
  /** The end of the window in which it waits or waited for others; null before and without. */
  readonly decideAfter: Date | null;
  /** A better plan may be there: compare, unless somebody has accepted. */
  readonly reconsider: boolean;
  readonly decision: RememberedDecision | null;
  /** Tasks in which somebody still has work to do. */
  readonly liveTasks: readonly RememberedTask[];
  /** Units handed over that Shopify has not been told of yet. */
  readonly handedOver: readonly KeptUnits[];
  /** Reservations not yet reflected in Shopify. */
  readonly activeReservations: readonly ReservedUnits[];
  readonly barred: readonly BarredPlace[];
  /** Cool-offs of this order's items: they bar places without counting as the order's own change. */
  readonly coolOffs: readonly BarredPlace[];
  /** A person released our review hold or chose a location: it is not held again. */
  readonly isReviewed: boolean;
  /** The release is news: it is written down with the next decision. */
  readonly wasJustReviewed?: boolean;
  /** An open exception that only a person may settle. */
  readonly waitsForPerson: boolean;
  /** Who asked for the next routing, and why; null when nobody did. */
  readonly request: { readonly actor: string; readonly reason: string } | null;
}

export interface RememberedDecision {
  readonly decisionId: string;
  readonly sequence: number;
  readonly outcome: Outcome;
  readonly parcels: readonly Parcel[];
  readonly unfilled: readonly UnfilledUnits[];
  /** Units in tasks of earlier decisions, which this one left where they were. */
  readonly keptBefore: readonly KeptUnits[];
  /** Shopify was brought to it, its hold included. */
  readonly isPlaced: boolean;
  /** The order's side in a pilot; null when it takes part in none. */
  readonly pilot: PilotPlace | null;
}

export interface RememberedTask {
  readonly taskId: string;
  readonly decisionId: string;
  readonly locationId: string;
  /** Accepted or packed: somebody has the goods in hand. */
  readonly isStarted: boolean;
  readonly lines: readonly KeptUnits[];
}
