import { expect, test } from "vitest";
import { signWebhook } from "#sandbox/server/webhooks/sign-webhook.ts";

test("the published vector: secret, body and signature", () => {
  const body = '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1","status":"open"}}';
  expect(Buffer.byteLength(body)).toBe(79);
  expect(signWebhook(body, "hush")).toBe("e8L9rAs9yFWw9lAK1WBwksubBThs4efN/XbEgc9ZNSE=");
});

test("bytes are signed, not characters", () => {
  expect(signWebhook("é", "hush")).not.toBe(signWebhook("e\u0301", "hush"));
});
