import type { ServiceRates } from "#app/routing/snapshot.ts";
import type { RememberedOrder } from "./batch-world.ts";
import type { OrderFacts } from "./describe-order.ts";
import type { OpenReading } from "./judge-order.ts";

/** A shop's cool-off window: orders wait in it to be decided together. */
export interface DecisionWindow {
  /** How long the first order of a window waits. */
  readonly minutes: number;
  /** The end of the window that is open now. */
  readonly openUntil: Date | null;
  /** A location's cutoff falls into the next `minutes`: waiting could cost a day. */
  readonly cutoffAhead: boolean;
}

export interface WindowInput {
  readonly known: Pick<
    RememberedOrder,
    "decision" | "request" | "rerouteRequested" | "sendToLocationId" | "decideAfter"
  >;
  readonly facts: Pick<OrderFacts, "placedAt" | "service" | "maxDeliveryDays">;
  readonly reading: Pick<OpenReading, "deliveryMethod">;
  readonly rates: readonly ServiceRates[];
  readonly window: DecisionWindow | null;
  readonly now: Date;
}

/**
 * Until when an order waits for others; null when it is to be decided now. Only first decisions of
 * parcels sent by the usual service wait: not pickup and local delivery, not express, not what a
 * person asked for, and not what may miss a cutoff and with it its promise.
 */
export function waitForOthers(input: WindowInput): Date | null {
  const { known, facts, window, now } = input;
  if (!window || !mayWait(input)) return null;
  const { decideAfter } = known;
  if (decideAfter !== null) return decideAfter > now ? decideAfter : null;
  if (window.cutoffAhead && facts.maxDeliveryDays !== null) return null;
  if (window.openUntil !== null && window.openUntil > now) return window.openUntil;
  const until = new Date(Date.parse(facts.placedAt) + window.minutes * 60_000);
  return until > now ? until : null;
}

function mayWait({ known, facts, reading, rates }: WindowInput): boolean {
  const isAsked =
    known.request !== null || known.rerouteRequested || known.sendToLocationId !== null;
  const usual = rates.find(({ service }) => service === "standard") ?? rates[0];
  return (
    known.decision === null &&
    !isAsked &&
    reading.deliveryMethod === "shipping" &&
    facts.service === usual?.service
  );
}
