import { createHash } from "node:crypto";
import { findNearestStore } from "#app/routing/find-nearest-store.ts";
import { matchOrder } from "#app/routing/match-order.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import type { Arm, RunningPilot } from "./running-pilot.ts";

/**
 * The arm of an order that is decided for the first time; null when it takes no part. Which arm is
 * drawn from the ids of pilot and order alone: the same order always gets the same, and another pilot
 * draws anew.
 */
export function assignArm(pilot: RunningPilot, snapshot: Snapshot): Arm | null {
  if (pilot.scope && !matchOrder(pilot.scope, snapshot)) return null;
  if (pilot.storeIds.length > 0) {
    const store = findNearestStore(snapshot);
    if (store === null || !pilot.storeIds.includes(store)) return null;
  }
  return drawShare(pilot.pilotId, snapshot.order.id) < pilot.sharePercent / 100
    ? "treatment"
    : "control";
}

/** A number from 0 up to 1 that looks random and never changes: 32 bits of SHA-256. */
export function drawShare(pilotId: string, orderId: string): number {
  const hash = createHash("sha256").update(`${pilotId}/${orderId}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
