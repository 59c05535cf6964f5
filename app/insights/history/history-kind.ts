/** The two readings that make up the past; kinds of `sync_runs`. */
export const historyKinds = ["history_orders", "history_placements"] as const;

export type HistoryKind = (typeof historyKinds)[number];
