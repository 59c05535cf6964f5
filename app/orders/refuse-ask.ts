import type { AskOutcome } from "./ask-for-routing.server.ts";

type Because = Extract<AskOutcome, { ok: false }>["because"];

export interface Refusal {
  /** The HTTP status that says the same to machines. */
  readonly status: 403 | 404 | 409 | 422;
  readonly message: string;
  /** The form field at fault, if one is. */
  readonly field?: "locationId";
}

const refusals: Readonly<Record<Because, Refusal>> = {
  not_found: { status: 404, message: "This order does not exist in this shop." },
  forbidden: { status: 403, message: "Only managers may change where an order ships from." },
  settled: { status: 409, message: "This order was fulfilled or cancelled meanwhile." },
  unknown_location: {
    status: 422,
    message: "This location cannot ship orders.",
    field: "locationId",
  },
};

/** Why a person's wish for a new decision was turned down, in words. */
export function refuseAsk(because: Because): Refusal {
  return refusals[because];
}
