import type { FulfillmentOrderLineUnits } from "../../shopify/live-order.ts";
import type { TaskStatus } from "../task-status.ts";

/** A pick task as the planning of its effects in Shopify sees it. */
export interface EffectTask {
  readonly locationId: string;
  readonly status: TaskStatus;
  /** Units the store kept; rejected ones are not among them. */
  readonly lines: readonly { readonly lineItemId: string; readonly units: number }[];
}

/** One mutation in Shopify. Ids are the numeric part. */
export type EffectCall =
  | { readonly kind: "report_progress"; readonly fulfillmentOrderId: string }
  | { readonly kind: "open"; readonly fulfillmentOrderId: string }
  | { readonly kind: "prepare_for_pickup"; readonly fulfillmentOrderIds: readonly string[] }
  | { readonly kind: "fulfil"; readonly parts: readonly FulfilledPart[] };

export interface FulfilledPart {
  readonly fulfillmentOrderId: string;
  readonly lines: readonly FulfillmentOrderLineUnits[];
}

/** Units still to be fulfilled at the task's location, by line item, before we first sent anything. */
export type UnitsBefore = Readonly<Record<string, number>>;

export type EffectPlan =
  /** Shopify is as we want it: sent earlier, or done by somebody else. */
  | { readonly kind: "already"; readonly note: string }
  /** Nobody wants it any more. */
  | { readonly kind: "obsolete"; readonly note: string }
  /** It cannot be done; a person must look. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "send"; readonly calls: readonly EffectCall[]; readonly before?: UnitsBefore };
