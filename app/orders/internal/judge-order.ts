import type { Outcome, Parcel } from "#app/routing/plan.ts";
import { isWithin, placementOf } from "./compare-placement.ts";
import type { LiveReading } from "./interpret-live-order.ts";
import type { KeptUnits } from "./order-units.ts";

/** What Backroom remembers of an order when it is read again. */
export interface KnownOrder {
  readonly status: string;
  readonly fingerprint: string;
  readonly rerouteRequested: boolean;
  readonly sendToLocationId: string | null;
  /** The decision in force; null when none was made. */
  readonly decision: {
    readonly outcome: Outcome;
    readonly parcels: readonly Parcel[];
    /** Units accepted under earlier decisions, which this one left where they were. */
    readonly keptBefore: readonly KeptUnits[];
  } | null;
}

export type Judgement =
  | { readonly kind: "cancelled" }
  | { readonly kind: "fulfilled" }
  | { readonly kind: "waiting" }
  | { readonly kind: "held_by_others"; readonly reason: string }
  /** Nothing new, and Shopify stands as decided or is being brought there. */
  | { readonly kind: "unchanged" }
  /** Staff moved units in Shopify: theirs is the last word. */
  | { readonly kind: "adopt" }
  | { readonly kind: "decide" };

/** What to do about an order just read. The decision's own search comes later, and only for `decide`. */
export function judgeOrder(
  known: KnownOrder,
  reading: LiveReading,
  fingerprint: string,
): Judgement {
  if (reading.state !== "open") return { kind: reading.state };
  if (reading.foreignHold !== null) return { kind: "held_by_others", reason: reading.foreignHold };
  if (isDecisionDue(known, fingerprint)) return { kind: "decide" };
  if (known.status !== "placed") return { kind: "unchanged" };
  const { parcels, keptBefore } = known.decision!;
  const standing = placementOf([], reading.standing);
  return { kind: isWithin(standing, placementOf(parcels, keptBefore)) ? "unchanged" : "adopt" };
}

/** Orders in these states have a plan that Shopify follows or is being brought to. */
const SETTLED = new Set(["routed", "placed"]);

function isDecisionDue(known: KnownOrder, fingerprint: string): boolean {
  return (
    known.decision === null ||
    known.rerouteRequested ||
    known.sendToLocationId !== null ||
    known.fingerprint !== fingerprint ||
    !SETTLED.has(known.status)
  );
}
