import { formatMoney } from "#app/format-money.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { adoptMoves } from "./adopt-moves.ts";
import { applyDecision, settledBy } from "./apply-decision.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import type { OrderFacts } from "./describe-order.ts";
import { describeOrder } from "./describe-order.ts";
import { endOrder } from "./end-order.ts";
import { fingerprintOrder } from "./fingerprint-order.ts";
import type { LiveReading } from "./interpret-live-order.ts";
import { interpretLiveOrder } from "./interpret-live-order.ts";
import { isSamePlan } from "./is-same-plan.ts";
import type { Judgement, OpenReading } from "./judge-order.ts";
import { judgeOrder } from "./judge-order.ts";
import { makeDecision, takeFromWorld } from "./make-decision.ts";
import { measureSaving } from "./measure-saving.ts";
import type { OrderResult } from "./order-result.ts";
import { raiseForDecision } from "./raise-for-decision.ts";
import { separateFreeUnits } from "./separate-free-units.ts";
import { sortTasks } from "./sort-tasks.ts";
import { waitForOthers } from "./wait-for-others.ts";
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
  return follow(judgement, { known, live, facts, unchanged }, world);
}

function follow(judgement: Judgement, reread: Reread, world: BatchWorld): OrderResult {
  const { known, unchanged } = reread;
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
      return wait(reread, judgement.reading, world) ?? decide(reread, judgement.reading, world);
    case "reconsider":
      return reconsider(reread, judgement.reading, world);
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
    waitsUntil: null,
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
  const result = applyDecision({ known, unchanged }, decision, tasks.kept);
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
  const result = applyDecision({ known, unchanged }, decision, tasks.kept);
  const resolves = settledBy(known, decision, exceptions);
  return { ...result, pickupLocationId, exceptions, resolves };
}

/** Null when the order is to be decided now. */
function wait(
  { known, facts, unchanged }: Reread,
  reading: OpenReading,
  { lookAhead, networks, now }: BatchWorld,
): OrderResult | null {
  const { window } = lookAhead;
  const { rates } = networks.live.network;
  const waitsUntil = waitForOthers({ known, facts, reading, rates, window, now });
  if (waitsUntil === null) return null;
  const minutes = Math.ceil((waitsUntil.getTime() - now.getTime()) / 60_000);
  const message = `Waits ${minutes} min to be decided together with other orders.`;
  const isNews = known.decideAfter === null;
  const events = isNews ? [{ orderId: known.orderId, kind: "changed" as const, message }] : [];
  return { ...unchanged, waitsUntil, events };
}

/** Nobody has accepted anything: every unit is free, and a plan that saves enough takes over. */
function reconsider(
  { known, live, facts, unchanged }: Reread,
  reading: OpenReading,
  world: BatchWorld,
): OrderResult {
  const { standing: free } = reading;
  const { pickupLocationId } = unchanged;
  const input = { known, live, facts, reading, free, pickupLocationId };
  const found = makeDecision(input, world).decision;
  const saving = measureSaving(found, known.decision!.parcels, found.network.network);
  if (saving === null || saving < world.lookAhead.leastSaving) return unchanged;
  const gain = formatMoney(String(saving), found.network.network.currency);
  const trigger = `a better plan before anyone accepted: saves ${gain}`;
  const decision = { ...found, trigger, saving: saving.toFixed(4) };
  takeFromWorld(known, decision, world);
  return applyDecision({ known, unchanged }, decision, []);
}

/** Every unit is in somebody's hands. Whoever asked for a new decision should read why none came. */
function explainNothingFree({ orderId, request }: RememberedOrder): OrderResult["events"] {
  const message = "Nothing to route: every unit is being picked already.";
  return request ? [{ orderId, kind: "changed", message }] : [];
}
