import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { HistoryState } from "../history/read-history-state.server.ts";
import type { ChangeKind } from "./list-changes.ts";
import type { RunStatus } from "./replay-run.ts";

/** A run as a list shows it. Instants ISO 8601. */
export interface RunHead {
  readonly runId: string;
  readonly name: string;
  readonly status: RunStatus;
  readonly ordersDone: number;
  readonly ordersTotal: number;
  readonly startedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly note: string;
  /** What was supposed: "Denver closed", "demand times 3". */
  readonly supposed: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The page that starts replays and lists them. */
export interface ReplaysView {
  readonly format: ShopFormat;
  readonly history: HistoryState;
  readonly drafts: readonly Choice[];
  readonly locations: readonly Choice[];
  readonly services: readonly Choice[];
  readonly runs: readonly RunHead[];
  readonly runCount: number;
  readonly perPage: number;
  readonly mayStart: boolean;
}

/** One figure over the variants, in the variants' order. */
export interface FigureRow {
  readonly name: string;
  readonly values: readonly string[];
  /** What the figure counts, in a sentence. */
  readonly meaning: string;
}

export interface ChangeView {
  readonly position: number;
  readonly orderId: string;
  readonly orderName: string;
  readonly kind: ChangeKind;
  /** "2 units from Denver, 1 from Boulder; $14.20; 3 days". */
  readonly before: string;
  readonly after: string;
  readonly costDifference: string;
}

/** A run with what it found. */
export interface ReplayView {
  readonly format: ShopFormat;
  readonly run: RunHead;
  /** Null until it is done. */
  readonly result: {
    readonly sentences: readonly string[];
    readonly assumptions: readonly string[];
    readonly variants: readonly string[];
    readonly figures: readonly FigureRow[];
    readonly loads: readonly FigureRow[];
  } | null;
  readonly changes: readonly ChangeView[];
  readonly changeCounts: Readonly<Record<ChangeKind, number>>;
  readonly changeCount: number;
  readonly perPage: number;
  readonly mayCancel: boolean;
}
