import { ShopifyError } from "./errors.ts";

interface GraphqlProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown };
}

/** HTTP statuses of a shop that is frozen, closed, or locked: hours, not seconds. */
const shopUnavailable = new Set([402, 404, 423]);

/**
 * What a failed answer means. `isWrite` decides whether a broken answer leaves the outcome unknown:
 * Shopify may have committed before the connection broke.
 */
export function interpretStatus(status: number, isWrite: boolean): ShopifyError {
  const message = `Shopify answered HTTP ${status}.`;
  if (status === 401) return new ShopifyError(message, { code: "unauthorized", retry: "never" });
  if (status === 429) {
    const facts = { code: "http_429", retry: "later", retryAfterSeconds: 10 } as const;
    return new ShopifyError(message, facts);
  }
  if (status >= 500) {
    return new ShopifyError(message, {
      code: "unavailable",
      retry: "later",
      outcomeUnknown: isWrite,
      retryAfterSeconds: 5,
    });
  }
  if (shopUnavailable.has(status)) {
    const facts = { code: "shop_unavailable", retry: "later", retryAfterSeconds: 3600 } as const;
    return new ShopifyError(message, facts);
  }
  return new ShopifyError(message, { code: `http_${status}`, retry: "never" });
}

/** No answer at all, one that broke off, or one that took too long. */
export function interpretBreak(cause: unknown, isWrite: boolean): ShopifyError {
  const timedOut = cause instanceof Error && cause.name === "TimeoutError";
  return new ShopifyError(timedOut ? "Shopify did not answer in time." : "No answer of Shopify.", {
    code: timedOut ? "timeout" : "network",
    retry: "later",
    outcomeUnknown: isWrite,
    retryAfterSeconds: 2,
    cause,
  });
}

/** GraphQL errors beside HTTP 200. THROTTLED and refused documents were never executed. */
export function interpretErrors(errors: readonly GraphqlProblem[], isWrite: boolean): ShopifyError {
  const codes = errors.map((error) => String(error.extensions?.code ?? "unknown"));
  const message = errors.map((error) => error.message).join("; ");
  if (codes.includes("THROTTLED")) {
    const facts = { code: "THROTTLED", retry: "later", retryAfterSeconds: 2 } as const;
    return new ShopifyError(message, facts);
  }
  const code = codes[0] ?? "unknown";
  if (code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT") {
    const facts = { code, retry: "later", outcomeUnknown: isWrite, retryAfterSeconds: 5 } as const;
    return new ShopifyError(message, facts);
  }
  return new ShopifyError(message, { code, retry: "never" });
}
