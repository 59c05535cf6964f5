/** A business "no" as Shopify words it in `userErrors`. */
export interface Refusal {
  field: readonly string[] | null;
  message: string;
  /** The mutation's own error code; null where Shopify gives none. */
  code: string | null;
}

export type Outcome<Result> = { ok: true; result: Result } | { ok: false; refusals: Refusal[] };

export function done<Result>(result: Result): Outcome<Result> {
  return { ok: true, result };
}

export function refuse(
  message: string,
  code: string | null = null,
  field: readonly string[] | null = null,
): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals: [{ field, message, code }] };
}

/** For people acting in the shop, to whom a refusal is a mistake of the caller. Throws on one. */
export function insist<Result>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  throw new Error(outcome.refusals.map(({ message }) => message).join(" "));
}
