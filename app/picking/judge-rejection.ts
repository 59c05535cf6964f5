import type { Queue } from "../exceptions/queues.ts";

export interface RejectionFacts {
  readonly deliveryMethod: string;
  readonly reasonCode: string;
  readonly policy: string;
  /** Re-routings of the order before this one. */
  readonly reroutes: number;
  readonly maxReroutes: number;
}

export type AfterRejection =
  { readonly kind: "route" } | { readonly kind: "ask"; readonly queue: Queue };

/**
 * What a rejection leads to. A pickup is never turned into a shipment behind the customer's back; a
 * reason may ask for a person; an order that travels too often needs one.
 */
export function judgeRejection(facts: RejectionFacts): AfterRejection {
  if (facts.deliveryMethod === "pickup") return { kind: "ask", queue: "pickup_failed" };
  if (facts.policy === "exception") {
    const isAddress = facts.reasonCode === "address_problem";
    return { kind: "ask", queue: isAddress ? "address_problem" : "rejected_too_often" };
  }
  if (facts.reroutes >= facts.maxReroutes) return { kind: "ask", queue: "rejected_too_often" };
  return { kind: "route" };
}
