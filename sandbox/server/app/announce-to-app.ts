import { randomUUID } from "node:crypto";
import type { ShopState } from "#sandbox/shop/state.ts";
import { writeJson, type JsonTree } from "#sandbox/shop/write-json.ts";
import type { Sandbox } from "../sandbox.ts";

/** Sends a webhook about the app itself: these come from the platform, not from the shop's state. */
export function announceToApp(
  sandbox: Sandbox,
  shop: ShopState,
  topic: string,
  payload: JsonTree,
): void {
  sandbox.deliveries.publish(shop.domain, {
    topic,
    body: writeJson(payload),
    eventId: randomUUID(),
    occurredAt: sandbox.clock().toISOString(),
  });
}
