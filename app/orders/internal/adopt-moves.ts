import { randomUUID } from "node:crypto";
import { toUnitsLeft } from "#app/locations/capacity.ts";
import type { Decision, Parcel } from "#app/routing/plan.ts";
import type { BatchWorld } from "./batch-world.ts";
import { buildSnapshot } from "./build-snapshot.ts";
import type { DecisionInput } from "./make-decision.ts";
import { listWantedLines } from "./list-wanted-lines.ts";
import type { NewDecision } from "./order-result.ts";
import type { StandingUnits } from "./order-units.ts";
import { tally } from "./tally.ts";

/** The engine version written to plans that people made by moving units in Shopify. */
export const MADE_BY_STAFF = "staff";

/**
 * A decision that only writes down where staff put the units. The engine is not asked: it would
 * fight them. Its parcels have no price, for nobody compared them with anything.
 */
export function adoptMoves(input: DecisionInput, world: BatchWorld): NewDecision {
  const { known, live, facts, reading, free } = input;
  const lines = listWantedLines(free, live);
  const network = world.networks.live;
  const plan = describePlacement(facts.orderId, free);
  return {
    decisionId: randomUUID(),
    sequence: (known.decision?.sequence ?? 0) + 1,
    supersedes: known.decision?.decisionId ?? null,
    network,
    ruleVersion: world.networks.ruleVersion,
    snapshot: buildSnapshot({
      now: world.now.toISOString(),
      network: network.network,
      facts,
      deliveryMethod: reading.deliveryMethod,
      pickupLocationId: input.pickupLocationId,
      lines,
      items: world.items,
      pool: world.pool,
      own: new Map(),
      barred: [],
      outsidePool: world.outsidePool,
      unitsLeftToday: toUnitsLeft(world.capacity),
      sendToLocationId: null,
    }),
    plan,
    trigger: "moved in Shopify by staff",
    actor: "Shopify staff",
    reason: "",
    claims: free.flatMap(({ inventoryItemId, ...row }) =>
      inventoryItemId === null ? [] : [{ ...row, inventoryItemId, status: "reflected" as const }],
    ),
    isByStaff: true,
    enginePlan: null,
    pilot: known.decision?.pilot ?? null,
    placing: "standing",
    saving: null,
  };
}

function describePlacement(orderId: string, free: readonly StandingUnits[]): Decision {
  const locationIds = [...new Set(free.map((row) => row.locationId))].sort();
  const parcels = locationIds.map((locationId): Parcel => {
    const here = tally(
      free.filter((row) => row.locationId === locationId),
      (row) => row.lineItemId,
      (row) => row.units,
    );
    const lines = [...here].map(([lineId, quantity]) => ({ lineId, quantity }));
    return { locationId, distanceKm: null, deliveryDays: 0, cost: "0.0000", lines };
  });
  return {
    orderId,
    outcome: "planned",
    lane: null,
    cost: null,
    deliveryDays: null,
    parcels,
    unfilled: [],
    proof: { optimal: false, bound: null, nodes: 0 },
    relaxed: [],
    explanation: {
      locations: locationIds.map((locationId) => ({ locationId, verdict: "chosen", reasons: [] })),
      alternatives: [],
      flip: null,
    },
  };
}
