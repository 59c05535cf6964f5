import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";

/** What the first page shows. Instants are ISO 8601, money decimal strings in the shop's currency. */
export interface HomeView {
  readonly format: ShopFormat;
  readonly attention: Attention;
  readonly today: TodayNumbers;
  readonly health: SyncHealth;
  /** Null when the shop is set up. */
  readonly setup: readonly SetupStep[] | null;
}

export interface Attention {
  /** Queues with open exceptions, the most pressing first. */
  readonly queues: readonly QueueCount[];
  /** Pick tasks past their deadline that nobody has packed. */
  readonly lateTasks: number;
  readonly heldOrders: number;
}

export interface QueueCount {
  readonly queue: string;
  readonly count: number;
  /** How many are past the time a person should have looked. */
  readonly overdue: number;
  readonly oldestAt: string;
}

/** Orders first decided since midnight in the shop's time zone, as their plans stand now. */
export interface TodayNumbers {
  readonly decided: number;
  /** Of them, those with a plan that ships something. */
  readonly routed: number;
  readonly whole: number;
  readonly split: number;
  /** Half of the orders waited no longer, from being taken in to the first decision. */
  readonly medianSeconds: number | null;
  readonly costPerOrder: string | null;
  /** Pick tasks a store answered today, and those of them it rejected all or part of. */
  readonly answeredTasks: number;
  readonly rejectedTasks: number;
  /** Of `decided`: nobody overrode them or moved them, and no exception needed or needs a person. */
  readonly untouched: number;
}

export interface SyncHealth {
  readonly firstSync: "not_started" | "running" | "done" | "failed";
  readonly firstSyncNote: string;
  /** Rows read so far by an import that is running. */
  readonly importedRows: number | null;
  readonly lastWebhookAt: string | null;
  readonly waitingWebhooks: number;
  readonly oldestWaitingWebhookAt: string | null;
  /** Changes meant for Shopify that it has not confirmed. */
  readonly waitingChanges: number;
  readonly oldestWaitingChangeAt: string | null;
  readonly lastStockAudit: Check | null;
  readonly lastOrderCheck: Check | null;
  /** Work that failed for good and waits for a person. */
  readonly deadLetters: number;
}

export interface Check {
  readonly at: string;
  readonly seen: number;
  /** Rows that differed from Shopify's; all were repaired. */
  readonly drifted: number;
}

export interface SetupStep {
  readonly id: "import" | "rules" | "first_order" | "device";
  readonly done: boolean;
}
