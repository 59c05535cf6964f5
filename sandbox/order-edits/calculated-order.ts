import type { Id } from "../shop/state.ts";

export interface CalculatedLineItem {
  /** For a line of the order its own id; for an added one the id the new line will get. */
  id: Id;
  variantId: Id;
  quantity: number;
  quantityBefore: number;
  restock: boolean;
  added: boolean;
}

/** An order edit begun and not yet committed. */
export interface CalculatedOrder {
  id: Id;
  orderId: Id;
  lines: CalculatedLineItem[];
  committed: boolean;
  createdAt: string;
}
