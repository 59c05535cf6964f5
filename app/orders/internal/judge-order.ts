import type { RememberedOrder } from "./batch-world.ts";
import { isWithin, placementOf } from "./compare-placement.ts";
import type { LiveReading } from "./interpret-live-order.ts";
import { sortTasks } from "./sort-tasks.ts";

export type OpenReading = Extract<LiveReading, { readonly state: "open" }>;

export type Judgement =
  | { readonly kind: "cancelled" | "fulfilled" | "waiting" }
  | { readonly kind: "held_by_others"; readonly reason: string }
  /** Nothing new, and Shopify stands as decided or is being brought there. */
  | { readonly kind: "unchanged" }
  /** Staff moved or shipped units in Shopify: theirs is the last word. */
  | { readonly kind: "adopt"; readonly reading: OpenReading }
  | { readonly kind: "decide"; readonly reading: OpenReading }
  /** It stands as decided and nobody has accepted it: a plan that saves enough may replace it. */
  | { readonly kind: "reconsider"; readonly reading: OpenReading };

/** What to do about an order just read. The search itself comes later, and only for `decide`. */
export function judgeOrder(
  known: RememberedOrder,
  reading: LiveReading,
  fingerprint: string,
): Judgement {
  if (reading.state !== "open") return { kind: reading.state };
  if (reading.foreignHold !== null) return { kind: "held_by_others", reason: reading.foreignHold };
  const isAsked = known.rerouteRequested || known.sendToLocationId !== null;
  if (known.waitsForPerson && !isAsked) return { kind: "unchanged" };
  if (isAsked || isDecisionDue(known, fingerprint)) return { kind: "decide", reading };
  return judgeSettled(known, reading);
}

function judgeSettled(known: RememberedOrder, reading: OpenReading): Judgement {
  if (known.status === "placed" && !standsAsDecided(known, reading)) {
    return { kind: "adopt", reading };
  }
  return mayReconsider(known) ? { kind: "reconsider", reading } : { kind: "unchanged" };
}

/** Orders in these states have a plan that Shopify follows or is being brought to. */
const SETTLED = new Set(["routed", "placed"]);

function isDecisionDue(known: RememberedOrder, fingerprint: string): boolean {
  return known.decision === null || known.fingerprint !== fingerprint || !SETTLED.has(known.status);
}

function mayReconsider({ reconsider, liveTasks, handedOver }: RememberedOrder): boolean {
  return reconsider && handedOver.length === 0 && !liveTasks.some(({ isStarted }) => isStarted);
}

/** Fewer units than planned are fine, unless a store is asked to pick what is gone. */
function standsAsDecided(known: RememberedOrder, reading: OpenReading): boolean {
  const { parcels, keptBefore } = known.decision!;
  const expected = placementOf(parcels, keptBefore);
  const tasks = sortTasks(known.liveTasks, known.handedOver, reading.standing);
  return isWithin(placementOf([], reading.standing), expected) && !tasks.someLostUnits;
}
