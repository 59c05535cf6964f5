/** Whose data Shopify's customers/redact or customers/data_request is about. */
export interface PrivacyRequest {
  /** Empty when the payload names no customer. */
  readonly customerId: string;
  readonly orderIds: readonly string[];
}

/**
 * Reads the ids as text: they are bare numbers beyond 2^53, which JSON.parse would round to someone
 * else's order.
 */
export function readPrivacyRequest(body: string): PrivacyRequest {
  const orders = /"orders_(?:to_redact|requested)"\s*:\s*\[([^\]]*)\]/.exec(body)?.[1] ?? "";
  const customerId = /"customer"\s*:\s*\{[^}]*?"id"\s*:\s*"?(\d+)/.exec(body)?.[1] ?? "";
  return { customerId, orderIds: orders.match(/\d+/g) ?? [] };
}
