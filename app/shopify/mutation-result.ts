import type { FulfillmentOrderLineUnits } from "./live-order.ts";
import { ShopifyError } from "./errors.ts";
import { gid } from "./gid.ts";

/** Shopify's business "no". `code` is null where the mutation has only plain user errors. */
export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
}

export type MutationResult<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: readonly UserError[] };

export interface RawUserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
}

/** Shopify is still at it, or cannot just now: no answer to a person's question, so ask again. */
const transientCodes = new Set<string | null | undefined>([
  "IDEMPOTENCY_CONCURRENT_REQUEST",
  "SERVICE_UNAVAILABLE",
]);

/**
 * The payload's facts when Shopify agreed, else its user errors word for word. Throws ShopifyError
 * for errors that only mean "not now".
 */
export function toResult<T extends object>(
  userErrors: readonly RawUserError[],
  facts: () => T,
): MutationResult<T> {
  if (userErrors.length === 0) return { ok: true, ...facts() };
  const transient = userErrors.find((error) => transientCodes.has(error.code));
  if (transient) {
    throw new ShopifyError(transient.message, {
      code: transient.code ?? "unavailable",
      retry: "later",
      outcomeUnknown: true,
      retryAfterSeconds: 5,
    });
  }
  return {
    ok: false,
    errors: userErrors.map(({ field, message, code }) => ({ field, message, code: code ?? null })),
  };
}

/** Shopify's input for some units of fulfillment-order lines. */
export function toLineInputs(lines: readonly FulfillmentOrderLineUnits[]) {
  return lines.map((line) => ({
    id: gid("FulfillmentOrderLineItem", line.fulfillmentOrderLineId),
    quantity: line.units,
  }));
}
