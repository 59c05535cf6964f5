import type { Id } from "../shop/state.ts";

export interface Tracking {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface FulfillmentLine {
  id: Id;
  lineItemId: Id;
  fulfillmentOrderLineId: Id;
  quantity: number;
}

export interface FulfillmentEvent {
  id: Id;
  status: string;
  message: string | null;
  happenedAt: string;
  createdAt: string;
}

export interface Fulfillment {
  id: Id;
  orderId: Id;
  name: string;
  status: "success" | "cancelled";
  locationId: Id;
  fulfillmentOrderIds: Id[];
  lines: FulfillmentLine[];
  tracking: Tracking[];
  events: FulfillmentEvent[];
  createdAt: string;
  updatedAt: string;
}
