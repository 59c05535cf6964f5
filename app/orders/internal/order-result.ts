import type { Decision } from "#app/routing/plan.ts";
import type { NewException } from "#app/exceptions/raise-exception.server.ts";
import type { Queue } from "#app/exceptions/queues.ts";
import type { PilotPlace } from "#app/rules/pilot/running-pilot.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import type { NewOrderEvent } from "../record-order-event.server.ts";
import type { StoredSnapshot } from "./build-snapshot.ts";
import type { Claim } from "./claim-stock.ts";
import type { OrderFacts } from "./describe-order.ts";
import type { HashedNetwork } from "./routing-networks.ts";

/** What is to be written about one order of a batch; nothing in it has happened yet. */
export interface OrderResult {
  readonly orderId: string;
  /** Null when Shopify no longer has the order. */
  readonly live: LiveOrder | null;
  readonly facts: OrderFacts | null;
  readonly deliveryMethod: string | null;
  readonly pickupLocationId: string | null;
  readonly status: string;
  readonly fingerprint: string;
  /** A person's request was heard: it is not heard twice. */
  readonly answersRequest: boolean;
  readonly decision: NewDecision | null;
  readonly recall: { readonly keepTaskIds: readonly string[]; readonly reason: string } | null;
  readonly releasesStock: boolean;
  /** The end of the window in which the order waits to be decided with others; null when it does not. */
  readonly waitsUntil: Date | null;
  readonly events: readonly NewOrderEvent[];
  readonly exceptions: readonly NewException[];
  readonly resolves: { readonly queues: readonly Queue[]; readonly resolution: string } | null;
}

export interface NewDecision {
  readonly decisionId: string;
  readonly sequence: number;
  readonly supersedes: string | null;
  readonly network: HashedNetwork;
  readonly ruleVersion: number;
  readonly snapshot: StoredSnapshot;
  readonly plan: Decision;
  readonly trigger: string;
  readonly actor: string;
  readonly reason: string;
  readonly claims: readonly Claim[];
  /** Staff made it by moving units in Shopify; the engine was not asked. */
  readonly isByStaff: boolean;
  /** Where a person chose the location: what the engine would have decided at that moment. */
  readonly enginePlan: Decision | null;
  /** The order's side in a pilot; null when it takes part in none. */
  readonly pilot: PilotPlace | null;
  /** `place`: Shopify must be changed; `standing`: it stood there when read; `none`: no plan. */
  readonly placing: "place" | "standing" | "none";
  /** What a second thought saves against the plan it replaces, money with 4 decimals; else null. */
  readonly saving: string | null;
}
