/** One attempt to hand a delivery to the app. `status` is null when no answer came. */
export interface DeliveryAttempt {
  readonly at: string;
  readonly status: number | null;
  readonly error: string | null;
}

/** One webhook on its way to the app. */
export interface Delivery {
  /** Our own running number, for the log. */
  readonly number: number;
  /** `X-Shopify-Webhook-Id`. A duplicated delivery may repeat it. */
  readonly webhookId: string;
  /** `X-Shopify-Event-Id`, shared by everything one action caused. */
  readonly eventId: string;
  readonly shop: string;
  readonly topic: string;
  readonly uri: string;
  readonly name: string | null;
  readonly body: string;
  readonly triggeredAt: string;
  readonly origin: "event" | "duplicate" | "replay";
  state: "waiting" | "delivered" | "failed" | "dropped";
  readonly attempts: DeliveryAttempt[];
}
