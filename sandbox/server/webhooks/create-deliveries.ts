import { Agent } from "undici";
import type { AppConfig, WebhookSubscription } from "../app/app-config.ts";
import type { Faults } from "../faults/create-faults.ts";
import { buildHeaders } from "./build-headers.ts";
import { createDeliveryLog, type DeliveryDraft } from "./create-delivery-log.ts";
import type { Delivery } from "./delivery.ts";
import { pickNext } from "./pick-next.ts";
import { RETRY_GAPS_MS } from "./retry-gaps.ts";
import { sendDelivery } from "./send-delivery.ts";

const CONCURRENCY = 32;
const CONNECT_TIMEOUT_MS = 1_000;
/** How long a shuffled queue waits for company, so that a lone event has something to swap with. */
const SHUFFLE_WAIT_MS = 40;

export interface WebhookEvent {
  readonly topic: string;
  readonly body: string;
  readonly eventId: string;
  readonly occurredAt: string;
}

export interface DeliveryOptions {
  readonly origin: string;
  readonly app: AppConfig;
  readonly secret: () => string;
  readonly faults: Faults;
  readonly clock: () => Date;
  /** Divides the gaps between retries: 240 turns four hours into one minute. */
  readonly retrySpeed: number;
}

export type Deliveries = ReturnType<typeof createDeliveries>;

/**
 * Sends webhooks to the app as Shopify does: one delivery per subscription, 5 s to answer, eight
 * retries, no promise of order. The faults in force decide which are dropped, repeated, held back
 * or swapped.
 */
export function createDeliveries(options: DeliveryOptions) {
  const { faults } = options;
  const log = createDeliveryLog();
  const dispatcher = new Agent({ connections: CONCURRENCY, connectTimeout: CONNECT_TIMEOUT_MS });
  const queue: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let idleWaiters: (() => void)[] = [];
  let inFlight = 0;
  let closed = false;

  function later(ms: number, action: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
  }

  function enqueue(delivery: Delivery): void {
    queue.push(delivery);
    if (faults.webhooks().shuffleWindow > queue.length) later(SHUFFLE_WAIT_MS, pump);
    else pump();
  }

  function pump(): void {
    while (!closed && inFlight < CONCURRENCY) {
      const delivery = pickNext(queue, faults.webhooks().shuffleWindow, faults.random);
      if (!delivery) break;
      inFlight += 1;
      void attempt(delivery);
    }
    if (queue.length + inFlight + timers.size > 0) return;
    for (const resolve of idleWaiters.splice(0)) resolve();
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const result = await sendDelivery(delivery, {
      origin: options.origin,
      headers: buildHeaders(delivery, options.secret(), options.app.webhookApiVersion),
      dispatcher,
      at: options.clock().toISOString(),
    });
    delivery.attempts.push(result);
    inFlight -= 1;
    if (result.status !== null && result.status >= 200 && result.status < 300) {
      delivery.state = "delivered";
    } else {
      retry(delivery);
    }
    pump();
  }

  function retry(delivery: Delivery): void {
    const gap = RETRY_GAPS_MS[delivery.attempts.length - 1];
    if (gap === undefined) delivery.state = "failed";
    else if (!closed) later(gap / options.retrySpeed, () => enqueue(delivery));
  }

  function dispatch(draft: DeliveryDraft): Delivery {
    const delivery = log.add(draft);
    const { delayShare, delayMs } = faults.webhooks();
    if (delayShare > 0 && faults.random() < delayShare) later(delayMs, () => enqueue(delivery));
    else enqueue(delivery);
    return delivery;
  }

  function publishTo(subscription: WebhookSubscription, shop: string, event: WebhookEvent): void {
    const { dropShare, duplicateShare } = faults.webhooks();
    const draft: DeliveryDraft = { ...event, shop, uri: subscription.uri, origin: "event" };
    if (subscription.name !== undefined) draft.name = subscription.name;
    if (dropShare > 0 && faults.random() < dropShare) {
      log.add(draft).state = "dropped";
      return;
    }
    const first = dispatch(draft);
    if (duplicateShare === 0 || faults.random() >= duplicateShare) return;
    // Shopify repeats a delivery under its id, and sometimes one event under two.
    const webhookId = faults.random() < 0.5 ? first.webhookId : undefined;
    dispatch({ ...draft, origin: "duplicate", ...(webhookId === undefined ? {} : { webhookId }) });
  }

  return {
    publish(shop: string, event: WebhookEvent): void {
      const { subscriptions, complianceSubscriptions } = options.app;
      for (const subscription of [...subscriptions, ...complianceSubscriptions]) {
        if (subscription.topic === event.topic) publishTo(subscription, shop, event);
      }
    },

    /** Sends a logged delivery again, unchanged, ids included. Null when the log does not have it. */
    replay(number: number): Delivery | null {
      const delivery = log.find(number);
      return delivery
        ? dispatch({
            ...delivery,
            occurredAt: delivery.triggeredAt,
            name: delivery.name ?? undefined,
            origin: "replay",
          })
        : null;
    },

    list: log.list,
    find: log.find,
    count: log.count,

    /** Resolves when nothing is waiting, in flight, held back or due for a retry. */
    async idle(): Promise<void> {
      if (queue.length + inFlight + timers.size === 0) return;
      await new Promise<void>((resolve) => idleWaiters.push(resolve));
    },

    async close(): Promise<void> {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      queue.length = 0;
      idleWaiters.forEach((resolve) => resolve());
      idleWaiters = [];
      await dispatcher.destroy();
    },
  };
}
