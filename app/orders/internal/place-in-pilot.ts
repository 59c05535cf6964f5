import type { Snapshot } from "#app/routing/snapshot.ts";
import { assignArm } from "#app/rules/pilot/assign-arm.ts";
import type { PilotPlace } from "#app/rules/pilot/running-pilot.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import type { StoredSnapshot } from "./build-snapshot.ts";
import type { HashedNetwork } from "./routing-networks.ts";

/**
 * The order's place in the running pilot. It is drawn with the first decision and carried from decision
 * to decision, so that edits, rejections and second thoughts never change an order's side; an order
 * decided before the pilot began stays out of it.
 */
export function placeInPilot(
  known: RememberedOrder,
  { networks }: BatchWorld,
  snapshot: StoredSnapshot,
): PilotPlace | null {
  const pilot = networks.pilot?.pilot;
  if (!pilot) return null;
  const { pilotId } = pilot;
  if (known.decision)
    return known.decision.pilot?.pilotId === pilotId ? known.decision.pilot : null;
  const full: Snapshot = { ...snapshot, network: networks.live.network };
  const arm = assignArm(pilot, full);
  return arm && { pilotId, arm };
}

/** The network an order is decided in; a person's choice of location goes before any rules. */
export function chooseNetwork(
  known: RememberedOrder,
  { networks }: BatchWorld,
  place: PilotPlace | null,
): HashedNetwork {
  if (known.sendToLocationId !== null) return networks.override;
  const rules = place?.arm === "treatment" && networks.pilot ? networks.pilot : networks;
  return known.isReviewed ? rules.reviewed : rules.live;
}
