/** What a row of an order's timeline can tell. */
export type OrderEventKind =
  | "received"
  | "decided"
  | "applied"
  | "held"
  | "released"
  | "exception_raised"
  | "exception_resolved"
  | "override"
  | "changed"
  | "cancelled"
  | "fulfilled"
  | "refused";
