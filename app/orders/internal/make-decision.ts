import { randomUUID } from "node:crypto";
import { toUnitsLeft } from "#app/locations/capacity.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import type { StoredSnapshot, WantedLine } from "./build-snapshot.ts";
import { buildSnapshot } from "./build-snapshot.ts";
import { claimStock } from "./claim-stock.ts";
import { isWithin, placementOf } from "./compare-placement.ts";
import type { OrderFacts } from "./describe-order.ts";
import { findCommittedUnits } from "./find-committed-units.ts";
import type { OpenReading } from "./judge-order.ts";
import { listWantedLines } from "./list-wanted-lines.ts";
import type { NewDecision } from "./order-result.ts";
import type { StandingUnits } from "./order-units.ts";
import { chooseNetwork, placeInPilot } from "./place-in-pilot.ts";
import { routeWithOutlook } from "./route-with-outlook.ts";
import { addToPool, cellKey } from "./stock-pool.ts";
import { giveBackToday, takeCapacity } from "./take-capacity.ts";
import { tally } from "./tally.ts";

export interface DecisionInput {
  readonly known: RememberedOrder;
  readonly live: LiveOrder;
  readonly facts: OrderFacts;
  readonly reading: OpenReading;
  readonly free: readonly StandingUnits[];
  readonly pickupLocationId: string | null;
}

/** Freezes the snapshot, lets the engine decide, and says what of the pool that takes. Pure. */
export function makeDecision(
  input: DecisionInput,
  world: BatchWorld,
): { readonly decision: NewDecision; readonly lines: readonly WantedLine[] } {
  const { known, live, reading, free } = input;
  const lines = listWantedLines(free, live);
  const committed = findCommittedUnits(free, live.createdAt, world.pool);
  const frozen = freeze(input, world, lines, ownUnits(known, committed));
  const pilot = placeInPilot(known, world, frozen);
  const network = chooseNetwork(known, world, pilot);
  const { snapshot, plan } = routeWithOutlook(frozen, network.network, startStopwatch);
  const decision: NewDecision = {
    decisionId: randomUUID(),
    sequence: (known.decision?.sequence ?? 0) + 1,
    supersedes: known.decision?.decisionId ?? null,
    network,
    ruleVersion: world.networks.ruleVersion,
    snapshot,
    plan,
    trigger: known.dirtyReason,
    actor: known.request?.actor ?? "backroom",
    reason: known.request?.reason ?? "",
    claims: claimStock(plan.parcels, lines, committed),
    isByStaff: false,
    enginePlan: decideUnasked(input, world, lines, { committed, pilot }),
    pilot,
    placing: howToPlace(plan, reading, free),
    saving: null,
  };
  return { decision, lines };
}

interface Shown {
  readonly committed: ReadonlyMap<string, number>;
  readonly pilot: NewDecision["pilot"];
}

/** What would have been decided had nobody chosen the location; null where nobody did. */
function decideUnasked(
  input: DecisionInput,
  world: BatchWorld,
  lines: readonly WantedLine[],
  { committed, pilot }: Shown,
): Decision | null {
  if (input.known.sendToLocationId === null) return null;
  const known = { ...input.known, sendToLocationId: null };
  const frozen = freeze({ ...input, known }, world, lines, ownUnits(known, committed));
  const { network } = chooseNetwork(known, world, pilot);
  return routeWithOutlook(frozen, network, startStopwatch).plan;
}

/** What the engine may know. Every network of a shop has the same locations; only their rules differ. */
function freeze(
  { known, facts, reading, pickupLocationId }: DecisionInput,
  world: BatchWorld,
  lines: readonly WantedLine[],
  own: ReadonlyMap<string, number>,
): StoredSnapshot {
  return buildSnapshot({
    now: world.now.toISOString(),
    network: world.networks.live.network,
    facts,
    deliveryMethod: reading.deliveryMethod,
    pickupLocationId,
    lines,
    items: world.items,
    pool: world.pool,
    own,
    barred: [...known.barred, ...known.coolOffs],
    outsidePool: world.outsidePool,
    unitsLeftToday: toUnitsLeft(giveBackToday(known, world)),
    sendToLocationId: known.sendToLocationId,
  });
}

/** Takes a decision's units out of the batch's pool, giving back what the order held before. */
export function takeFromWorld(
  known: RememberedOrder,
  decision: NewDecision,
  world: BatchWorld,
): void {
  for (const reserved of known.activeReservations) addToPool(world.pool, reserved);
  for (const claim of decision.claims) {
    if (claim.status === "active") addToPool(world.pool, { ...claim, units: -claim.units });
  }
  takeCapacity(known, decision, world);
}

function ownUnits(known: RememberedOrder, committed: ReadonlyMap<string, number>) {
  const reserved = known.activeReservations.map((row) => ({
    key: cellKey(row.inventoryItemId, row.locationId),
    units: row.units,
  }));
  const standing = [...committed].map(([key, units]) => ({ key, units }));
  return tally(
    [...reserved, ...standing],
    (row) => row.key,
    (row) => row.units,
  );
}

function howToPlace(
  plan: Decision,
  reading: OpenReading,
  free: readonly StandingUnits[],
): NewDecision["placing"] {
  if (plan.outcome === "unfillable") return "none";
  if (plan.outcome === "held" || reading.isHeldByUs) return "place";
  const stands = isWithin(placementOf(plan.parcels), placementOf([], free));
  return stands ? "standing" : "place";
}

function startStopwatch() {
  const startedAt = performance.now();
  return { elapsedMs: () => performance.now() - startedAt };
}
