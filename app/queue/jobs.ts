/** Every kind of background work: what it carries, how it may run, how it is retried. */
export interface JobPayloads {
  /** Look at stored webhooks: those that were committed together. */
  "receive-webhooks": { shopId: string; webhookIds: string[] };
  /** Read, decide and store the shop's dirty orders, a batch at a time. */
  "route-orders": { shopId: string };
  /** Make Shopify's fulfillment orders match the order's current decision. */
  "place-order": { shopId: string; orderId: string };
  /** Carry out one other intent (progress, fulfilment, hold, stock correction). */
  "settle-intent": { shopId: string; orderId: string; intentId: string };
  /** Bulk import of locations, products and stock. */
  "sync-catalog": { shopId: string };
  /** Locations changed: read them again (webhooks carry no coordinates). */
  "sync-locations": { shopId: string };
  /** Products changed: read their variants' tags and weights again. */
  "sync-products": { shopId: string; productIds: string[] };
  /** A bulk operation finished: read its result. */
  "import-catalog": { shopId: string; runId: string };
  /** Read past orders from Shopify: all it shows at first, then what changed. */
  "sync-history": { shopId: string };
  /** A reading of past orders is ready: store it. */
  "import-history": { shopId: string; runId: string };
  /** Decide past orders again under other rules; goes on where it was interrupted. */
  "replay-rules": { shopId: string; runId: string };
  /** Find orders whose webhooks never came. */
  "reconcile-orders": { shopId: string };
  /** Compare the stock mirror with Shopify. */
  "audit-stock": { shopId: string };
  /** Compare the stock mirror with Shopify at one location. */
  "audit-location": { shopId: string; locationId: string };
  /** Finish a count of a shelf whose request died or got no answer. */
  "settle-count": { shopId: string; countId: string };
  /** Count what came of picks and counts, per location and product group. */
  "measure-accuracy": { shopId: string };
  /** Reckon anew what giving units away will cost later. */
  "refresh-opportunity-costs": { shopId: string };
  /** Orders that waited to be decided together have waited long enough. */
  "close-windows": { shopId: string };
  /** Look for better plans for decisions that no store has accepted. */
  "reconsider-orders": { shopId: string };
  /** Take back pick tasks nobody accepted, announce late ones. */
  "expire-pick-tasks": { shopId: string };
  /** Something changed that could resolve open exceptions. */
  "wake-exceptions": { shopId: string; events: string[] };
  /** Start and end what people put on the rules' calendar. */
  "publish-due-rules": { shopId: string };
  /** Let running shadow drafts decide what live routing decided since. */
  "decide-shadows": { shopId: string };
  /** Stop or end running pilots whose rule or time says so. */
  "judge-pilots": { shopId: string };
  "erase-shop": { shopId: string };
  "erase-customer": { shopId: string; webhookId: string };
  "export-customer": { shopId: string; webhookId: string };
  /** Cron: starts the per-shop jobs that are due. */
  tick: { shopId: "" };
}

export type JobKind = keyof JobPayloads;

export interface JobPolicy {
  /** Jobs that share this never run at the same time; without it every job runs at once. */
  readonly oneAtATimePer?: "shop" | "order";
  /** The payload says no more than the group: a job already waiting does for the next one too. */
  readonly joins?: boolean;
  readonly retryLimit: number;
  readonly expireInSeconds: number;
  /** Jobs of this kind running at once in one worker process. */
  readonly concurrency: number;
  readonly batchSize: number;
}

const usual: JobPolicy = {
  retryLimit: 8,
  expireInSeconds: 120,
  concurrency: 2,
  batchSize: 1,
};

const joined = { joins: true } as const;
const perShop = { ...usual, oneAtATimePer: "shop", concurrency: 1 } as const;

export const jobPolicies: Readonly<Record<JobKind, JobPolicy>> = {
  "receive-webhooks": { ...usual, batchSize: 40, concurrency: 1 },
  "route-orders": { ...joined, ...perShop, concurrency: 3 },
  "place-order": { ...joined, ...usual, oneAtATimePer: "order", concurrency: 16 },
  "settle-intent": { ...usual, oneAtATimePer: "order", concurrency: 4 },
  "sync-catalog": { ...joined, ...perShop },
  "sync-locations": { ...joined, ...perShop },
  "sync-products": perShop,
  "import-catalog": { ...perShop, expireInSeconds: 900 },
  "sync-history": { ...joined, ...perShop },
  "import-history": { ...perShop, expireInSeconds: 900 },
  "replay-rules": { ...perShop, expireInSeconds: 1800 },
  "reconcile-orders": { ...joined, ...perShop },
  "audit-stock": { ...joined, ...perShop, expireInSeconds: 900 },
  "audit-location": { ...perShop, expireInSeconds: 900 },
  "settle-count": usual,
  "measure-accuracy": { ...joined, ...perShop },
  "refresh-opportunity-costs": { ...joined, ...perShop, expireInSeconds: 900 },
  "close-windows": { ...joined, ...perShop },
  "reconsider-orders": { ...joined, ...perShop },
  "expire-pick-tasks": { ...joined, ...perShop },
  "wake-exceptions": perShop,
  "publish-due-rules": { ...joined, ...perShop },
  "decide-shadows": { ...joined, ...perShop, expireInSeconds: 300 },
  "judge-pilots": { ...joined, ...perShop },
  "erase-shop": { ...joined, ...perShop },
  "erase-customer": perShop,
  "export-customer": perShop,
  tick: { ...joined, ...perShop, retryLimit: 0 },
};

export const jobKinds = Object.keys(jobPolicies) as JobKind[];

/** Where jobs go that failed for good; a person sees each as an exception. */
export const deadJobs = "dead-jobs";
