import { createHmac } from "node:crypto";

/** Hex HMAC-SHA256 of a sorted query by the client secret, as Shopify signs addresses it opens. */
export function signQuery(sorted: URLSearchParams, secret: string): string {
  return createHmac("sha256", secret).update(sorted.toString()).digest("hex");
}
