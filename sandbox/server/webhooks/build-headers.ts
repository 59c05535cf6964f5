import type { Delivery } from "./delivery.ts";
import { signWebhook } from "./sign-webhook.ts";

/** The headers of one delivery, as Shopify sends them. Signed at sending: a retry uses today's secret. */
export function buildHeaders(
  delivery: Delivery,
  secret: string,
  apiVersion: string,
): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": delivery.topic,
    "x-shopify-hmac-sha256": signWebhook(delivery.body, secret),
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": apiVersion,
    "x-shopify-webhook-id": delivery.webhookId,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt,
    ...(delivery.name === null ? {} : { "x-shopify-name": delivery.name }),
  };
}
