import { randomUUID } from "node:crypto";
import { writeJson, type JsonTree } from "./write-json.ts";
import type { ShopState } from "./state.ts";

/** Something that happened in the shop, as a webhook would tell it. */
export interface ShopEvent {
  /** Topic as in the `X-Shopify-Topic` header, e.g. "orders/create". */
  topic: string;
  /** The payload as JSON text. Integers beyond 2^53 stand in it exactly, so parse it losslessly. */
  body: string;
  /** Shared by all events of one action (`X-Shopify-Event-Id`). */
  eventId: string;
  /** RFC 3339, from the shop's clock (`X-Shopify-Triggered-At`). */
  occurredAt: string;
}

/** A change under way: its events wait until the state is complete. */
export interface ActionInProgress {
  eventId: string;
  pending: { topic: string; payload: () => JsonTree }[];
  /** Once per subject, whatever number of times the action touched it. */
  subjects: Set<string>;
}

/**
 * Hears every event of the shop, synchronously, after the state change that caused it.
 * @returns a function that stops listening.
 */
export function onShopEvent(shop: ShopState, listener: (event: ShopEvent) => void): () => void {
  shop.listeners.add(listener);
  return () => shop.listeners.delete(listener);
}

/** Announces an event of the action under way; its payload is read when the action has ended. */
export function announce(shop: ShopState, topic: string, payload: () => JsonTree): void {
  if (shop.action === null) throw new Error(`Event ${topic} outside an action`);
  shop.action.pending.push({ topic, payload });
}

/** Like `announce`, but at most one event per topic and subject in an action. */
export function announceOnce(
  shop: ShopState,
  topic: string,
  subjectId: string,
  payload: () => JsonTree,
): void {
  if (shop.action === null) throw new Error(`Event ${topic} outside an action`);
  const key = `${topic} ${subjectId}`;
  if (shop.action.subjects.has(key)) return;
  shop.action.subjects.add(key);
  shop.action.pending.push({ topic, payload });
}

/**
 * Runs one change of the shop. Events announced inside are delivered when it has ended, with one
 * event id; an action inside an action joins it. If the change throws, nothing is delivered.
 */
export function actInShop<Result>(shop: ShopState, change: () => Result): Result {
  if (shop.action !== null) return change();
  const action: ActionInProgress = { eventId: randomUUID(), pending: [], subjects: new Set() };
  shop.action = action;
  let result: Result;
  try {
    result = change();
  } finally {
    shop.action = null;
  }
  deliver(shop, action);
  return result;
}

function deliver(shop: ShopState, action: ActionInProgress): void {
  if (shop.listeners.size === 0) return;
  const occurredAt = shop.clock().toISOString();
  const events = action.pending.map(({ topic, payload }) => ({
    topic,
    body: writeJson(payload()),
    eventId: action.eventId,
    occurredAt,
  }));
  for (const event of events) {
    for (const listener of shop.listeners) listener(event);
  }
}
