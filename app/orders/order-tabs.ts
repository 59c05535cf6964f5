/** Where an order stands with Backroom; see the transitions in the folder's README. */
export type OrderStatus =
  "new" | "waiting" | "routed" | "placed" | "held" | "exception" | "fulfilled" | "cancelled";

/** The tabs of the order list: which statuses each shows; null shows all. */
export const orderTabs = {
  all: null,
  arriving: ["new", "waiting"],
  routed: ["routed", "placed"],
  held: ["held"],
  exception: ["exception"],
  fulfilled: ["fulfilled"],
  cancelled: ["cancelled"],
} as const satisfies Record<string, readonly OrderStatus[] | null>;

export type OrderTab = keyof typeof orderTabs;

export const orderTabNames = Object.keys(orderTabs) as OrderTab[];

/** How the list may be sorted: by what, and which end first. */
export const orderSorts = ["placed desc", "placed asc", "cost desc", "cost asc"] as const;

export type OrderSort = (typeof orderSorts)[number];
