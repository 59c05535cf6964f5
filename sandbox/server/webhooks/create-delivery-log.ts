import { randomUUID } from "node:crypto";
import type { Delivery } from "./delivery.ts";

const KEPT = 20_000;

export interface DeliveryDraft {
  readonly topic: string;
  readonly body: string;
  readonly eventId: string;
  readonly occurredAt: string;
  readonly shop: string;
  readonly uri: string;
  readonly origin: Delivery["origin"];
  /** Absent: a fresh one. */
  readonly webhookId?: string;
  name?: string | undefined;
}

export interface DeliveryQuery {
  readonly shop?: string | undefined;
  readonly topic?: string | undefined;
  readonly state?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * The newest deliveries, by running number. Older ones are forgotten, but not uncounted, so that a
 * long run stays small.
 */
export function createDeliveryLog() {
  const kept = new Map<number, Delivery>();
  const forgotten = { waiting: 0, delivered: 0, failed: 0, dropped: 0 };
  let last = 0;

  function forget(number: number): void {
    const delivery = kept.get(number);
    if (delivery) forgotten[delivery.state] += 1;
    kept.delete(number);
  }

  return {
    add(draft: DeliveryDraft): Delivery {
      last += 1;
      const delivery: Delivery = {
        number: last,
        webhookId: draft.webhookId ?? randomUUID(),
        eventId: draft.eventId,
        shop: draft.shop,
        topic: draft.topic,
        uri: draft.uri,
        name: draft.name ?? null,
        body: draft.body,
        triggeredAt: draft.occurredAt,
        origin: draft.origin,
        state: "waiting",
        attempts: [],
      };
      kept.set(last, delivery);
      forget(last - KEPT);
      return delivery;
    },

    find: (number: number): Delivery | null => kept.get(number) ?? null,

    /** Newest first. */
    list(query: DeliveryQuery = {}): Delivery[] {
      const matching = [...kept.values()].filter(
        (delivery) =>
          (query.shop === undefined || delivery.shop === query.shop) &&
          (query.topic === undefined || delivery.topic === query.topic) &&
          (query.state === undefined || delivery.state === query.state),
      );
      return matching.reverse().slice(0, query.limit ?? 100);
    },

    count(): Record<Delivery["state"], number> {
      const counts = { ...forgotten };
      for (const delivery of kept.values()) counts[delivery.state] += 1;
      return counts;
    },
  };
}
