import type { Id } from "../shop/state.ts";

export type RestockType = "cancel" | "no_restock" | "return" | "legacy_restock";

export interface RefundLine {
  id: Id;
  lineItemId: Id;
  quantity: number;
  restockType: RestockType;
  locationId: Id | null;
}

export interface Refund {
  id: Id;
  orderId: Id;
  note: string | null;
  lines: RefundLine[];
  createdAt: string;
}
