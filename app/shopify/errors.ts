export interface ShopifyErrorFacts {
  /** `later`: the same call may succeed; `never`: a person or a new version must change something. */
  readonly retry: "later" | "never";
  /**
   * `network`, `timeout`, `unavailable`, `budget_spent`, `unauthorized`, `not_installed`,
   * `shop_unavailable`, or the code Shopify gave (`ACCESS_DENIED`, `MAX_COST_EXCEEDED`, …).
   */
  readonly code: string;
  /** True when a write may or may not have happened: read Shopify before trying again. */
  readonly outcomeUnknown?: boolean;
  /** Seconds after which a retry is worth it. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The outside world failed. A business "no" is a returned result, never this. */
export class ShopifyError extends Error {
  readonly retry: "later" | "never";
  readonly code: string;
  readonly outcomeUnknown: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, facts: ShopifyErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = "ShopifyError";
    this.retry = facts.retry;
    this.code = facts.code;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}
