import type { TaskStatus } from "../picking/task-status.ts";
import type { ShopFormat } from "../shops/read-shop-format.server.ts";
import type { DecisionView } from "./explanation/decision-view.ts";
import type { SendChoice } from "./list-send-choices.server.ts";
import type { OrderStatus } from "./order-tabs.ts";

/** Everything one order's page shows. Instants are ISO 8601, money decimal strings. */
export interface OrderView {
  readonly format: ShopFormat;
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: string | null;
  readonly status: OrderStatus;
  readonly deliveryMethod: string;
  readonly service: string;
  readonly channel: string | null;
  readonly destination: string;
  readonly value: string;
  readonly units: number;
  /** Why a new decision is on its way; null when none is. */
  readonly deciding: string | null;
  readonly exceptions: readonly OrderException[];
  /** The decision being looked at, with where it comes from; null before the first. */
  readonly shown: (DecisionHead & DecisionView) | null;
  /** Newest first. */
  readonly decisions: readonly DecisionHead[];
  readonly tasks: readonly OrderTask[];
  /** Oldest first; the last 200. */
  readonly events: readonly OrderStep[];
  /** Where the order could be sent by hand, what they have of it in the name. */
  readonly locations: readonly SendChoice[];
}

export interface DecisionHead {
  readonly sequence: number;
  readonly createdAt: string;
  /** What started it: "order placed", "rejected by Denver". */
  readonly trigger: string;
  readonly actor: string;
  /** A person's reason, for overrides. */
  readonly reason: string;
  readonly ruleVersion: number;
  readonly cost: string | null;
  readonly parcelCount: number;
  readonly isCurrent: boolean;
}

export interface OrderException {
  readonly exceptionId: string;
  readonly queue: string;
  readonly summary: string;
}

export interface OrderTask {
  readonly taskId: string;
  readonly location: string;
  readonly status: TaskStatus;
  readonly units: number;
  readonly deadlineAt: string;
  readonly acceptedBy: string;
  readonly endedReason: string;
  readonly tracking: string;
}

export interface OrderStep {
  readonly eventId: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly message: string;
}
