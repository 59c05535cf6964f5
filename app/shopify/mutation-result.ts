import type { FulfillmentOrderLineUnits } from "./live-order.ts";
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

/** The payload's facts when Shopify agreed, else its user errors word for word. */
export function toResult<T extends object>(
  userErrors: readonly RawUserError[],
  facts: () => T,
): MutationResult<T> {
  if (userErrors.length === 0) return { ok: true, ...facts() };
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
