import type { LiveOrder } from "#app/shopify/live-order.ts";
import { adoptMoves } from "./adopt-moves.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import { describeDecision } from "./describe-decision.ts";
import type { OrderFacts } from "./describe-order.ts";
import { describeOrder } from "./describe-order.ts";
import { endOrder } from "./end-order.ts";
import { fingerprintOrder } from "./fingerprint-order.ts";
import type { LiveReading } from "./interpret-live-order.ts";
import { interpretLiveOrder } from "./interpret-live-order.ts";
import { isSamePlan } from "./is-same-plan.ts";
import type { OpenReading } from "./judge-order.ts";
import { judgeOrder } from "./judge-order.ts";
import { makeDecision, takeFromWorld } from "./make-decision.ts";
import type { NewDecision, OrderResult } from "./order-result.ts";
import { PERSON_SETTLES, PLAN_SETTLES, raiseForDecision } from "./raise-for-decision.ts";
import { separateFreeUnits } from "./separate-free-units.ts";
import { sortTasks } from "./sort-tasks.ts";
import { takeCapacity } from "./take-capacity.ts";

/** One order of a batch as read from Shopify, with everything the branches below share. */
interface Reread {
  readonly known: RememberedOrder;
  readonly live: LiveOrder;
  readonly facts: OrderFacts;
  readonly unchanged: OrderResult;
}

/**
 * Decides what becomes of one order just read, taking the units it needs out of `world`. Nothing is
 * written. `live` is null when Shopify no longer has the order.
 */
export function settleOrder(
  remembered: RememberedOrder,
  live: LiveOrder | null,
  world: BatchWorld,
): OrderResult {
  if (!live) return endOrder(keep(remembered, null, null), "cancelled", remembered);
  const reading = interpretLiveOrder(live);
  const known = noticeRelease(remembered, reading);
  const facts = describeOrder(live, world.networks.live.network.rates);
  const unchanged = keep(known, live, facts, reading.state === "open" ? reading : null);
  const judgement = judgeOrder(known, reading, unchanged.fingerprint);
  const reread: Reread = { known, live, facts, unchanged };
  switch (judgement.kind) {
    case "cancelled":
    case "fulfilled":
    case "waiting":
      return endOrder(unchanged, judgement.kind, known);
    case "held_by_others":
      return waitForHold(reread, judgement.reason);
    case "unchanged":
      return unchanged;
    case "adopt":
      return adopt(reread, judgement.reading, world);
    case "decide":
      return decide(reread, judgement.reading, world);
  }
}

/** Our hold is gone and we did not release it: a person did, which is the review we asked for. */
function noticeRelease(known: RememberedOrder, reading: LiveReading): RememberedOrder {
  const wasHeldByUs = known.decision?.outcome === "held" && known.decision.isPlaced;
  if (!wasHeldByUs || known.status !== "held") return known;
  if (reading.state !== "open" || reading.isHeldByUs) return known;
  return { ...known, isReviewed: true, wasJustReviewed: true };
}

function keep(
  known: RememberedOrder,
  live: LiveOrder | null,
  facts: OrderFacts | null,
  reading: OpenReading | null = null,
): OrderResult {
  const deliveryMethod = reading?.deliveryMethod ?? null;
  const isOpen = live && facts && deliveryMethod;
  const fingerprint = isOpen
    ? fingerprintOrder({ facts, deliveryMethod, wanted: listWanted(live), barred: known.barred })
    : known.fingerprint;
  return {
    orderId: known.orderId,
    live,
    facts,
    deliveryMethod,
    pickupLocationId: known.pickupLocationId ?? findPickupLocation(reading),
    status: known.status,
    fingerprint,
    answersRequest: false,
    decision: null,
    recall: null,
    releasesStock: false,
    events: [],
    exceptions: [],
    resolves: null,
  };
}

/** Where the customer chose to pick up: where Shopify put the order before anyone could move it. */
function findPickupLocation(reading: OpenReading | null): string | null {
  return reading?.deliveryMethod === "pickup" ? (reading.standing[0]?.locationId ?? null) : null;
}

function listWanted(live: LiveOrder): Record<string, number> {
  return Object.fromEntries(live.lineItems.map((line) => [line.id, line.currentQuantity]));
}

function waitForHold({ known, unchanged }: Reread, reason: string): OrderResult {
  if (known.status === "held" && known.liveTasks.length === 0) return unchanged;
  const why = reason.toLowerCase().replaceAll("_", " ");
  const message = `On hold in Shopify (${why}). It is routed again once the hold is released.`;
  return {
    ...unchanged,
    status: "held",
    recall: { keepTaskIds: [], reason: "the order is on hold in Shopify" },
    events: [{ orderId: known.orderId, kind: "held", message, data: { reason } }],
  };
}

function adopt(
  { known, live, facts, unchanged }: Reread,
  reading: OpenReading,
  world: BatchWorld,
): OrderResult {
  const tasks = sortTasks(known.liveTasks, known.handedOver, reading.standing);
  const { free } = separateFreeUnits(reading.standing, tasks.keptUnits);
  const pickupLocationId =
    reading.deliveryMethod === "pickup"
      ? (free[0]?.locationId ?? unchanged.pickupLocationId)
      : unchanged.pickupLocationId;
  const input = { known, live, facts, reading, free, pickupLocationId };
  const decision = adoptMoves(input, world);
  takeCapacity(known, decision, world);
  const result = applyDecision({ known, live, facts, unchanged }, decision, tasks.kept);
  return { ...result, pickupLocationId };
}

function decide(
  { known, live, facts, unchanged }: Reread,
  reading: OpenReading,
  world: BatchWorld,
): OrderResult {
  const tasks = sortTasks(known.liveTasks, known.handedOver, reading.standing);
  const { free } = separateFreeUnits(reading.standing, tasks.keptUnits);
  const heard = { ...unchanged, answersRequest: true };
  if (free.length === 0) return { ...heard, events: explainNothingFree(known) };
  // A person may send a pickup order to another store: then that is where it is picked up.
  const pickupLocationId =
    reading.deliveryMethod === "pickup"
      ? (known.sendToLocationId ?? unchanged.pickupLocationId)
      : unchanged.pickupLocationId;
  const input = { known, live, facts, reading, free, pickupLocationId };
  const { decision, lines } = makeDecision(input, world);
  const exceptions = raiseForDecision(facts, decision.plan, lines, decision);
  if (isSamePlan(known, decision.plan, tasks.keptUnits)) return { ...heard, exceptions };
  takeFromWorld(known, decision, world);
  const result = applyDecision({ known, live, facts, unchanged }, decision, tasks.kept);
  const resolves = settledBy(known, decision, exceptions);
  return { ...result, pickupLocationId, exceptions, resolves };
}

/** Every unit is in somebody's hands. Whoever asked for a new decision should read why none came. */
function explainNothingFree({ orderId, request }: RememberedOrder): OrderResult["events"] {
  const message = "Nothing to route: every unit is being picked already.";
  return request ? [{ orderId, kind: "changed", message }] : [];
}

function applyDecision(
  { known, unchanged }: Reread,
  decision: NewDecision,
  kept: readonly { readonly taskId: string }[],
): OrderResult {
  const { plan, network, trigger, decisionId } = decision;
  const keepTaskIds = kept.map((task) => task.taskId);
  const hasOthers = known.liveTasks.length > kept.length;
  const { orderId } = known;
  const message = describeDecision(plan, network.network, trigger);
  const data = { decisionId, outcome: plan.outcome, parcels: plan.parcels.length, cost: plan.cost };
  return {
    ...unchanged,
    status: statusAfter(decision),
    answersRequest: true,
    decision,
    releasesStock: true,
    recall: hasOthers ? { keepTaskIds, reason: "the order was routed again" } : null,
    events: [...noteReview(known), { orderId, kind: "decided", message, data }],
  };
}

/** On record for good: later decisions of this order must not hold it again. */
function noteReview({ orderId, wasJustReviewed }: RememberedOrder): OrderResult["events"] {
  const message = "A person released our review hold in Shopify.";
  return wasJustReviewed ? [{ orderId, kind: "released", message }] : [];
}

function statusAfter({ plan }: NewDecision): string {
  switch (plan.outcome) {
    case "planned":
      return "routed";
    case "held":
      return "held";
    case "partial":
    case "unfillable":
      return "exception";
  }
}

/** A full plan settles what waited for one; a person's request settles what waited for a person. */
function settledBy(
  known: RememberedOrder,
  { plan }: NewDecision,
  raised: OrderResult["exceptions"],
): OrderResult["resolves"] {
  const isAsked = known.rerouteRequested || known.sendToLocationId !== null;
  const mayClose = [...PLAN_SETTLES, ...(isAsked ? PERSON_SETTLES : [])];
  const queues = mayClose.filter((queue) => !raised.some((one) => one.queue === queue));
  const resolution = plan.outcome === "planned" ? "A plan was found." : "Routed again.";
  return { queues, resolution };
}
