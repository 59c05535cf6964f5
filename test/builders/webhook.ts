import { createHmac, randomUUID } from "node:crypto";

export interface WebhookParts {
  readonly topic?: string;
  readonly shopId?: string;
  readonly webhookId?: string;
  readonly secret?: string;
  readonly body?: string;
}

/** A delivery as Shopify sends it, signed with the test secret unless told otherwise. */
export function webhookRequest(parts: WebhookParts = {}): Request {
  const body = parts.body ?? '{"id":1}';
  return new Request("http://localhost:3000/webhooks", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": parts.topic ?? "orders/create",
      "x-shopify-hmac-sha256": createHmac("sha256", parts.secret ?? "hush")
        .update(body)
        .digest("base64"),
      "x-shopify-shop-domain": parts.shopId ?? "test.myshopify.com",
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": parts.webhookId ?? randomUUID(),
      "x-shopify-event-id": randomUUID(),
      "x-shopify-triggered-at": "2026-11-21T15:00:00.123456789Z",
    },
  });
}
