import { createHmac } from "node:crypto";

/** The `X-Shopify-Hmac-Sha256` of a body: base64 HMAC-SHA256 of its raw bytes by the client secret. */
export function signWebhook(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}
