import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { reserveUnits } from "#app/inventory/reserve.server.ts";
import { enqueueAll } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { MADE_BY_STAFF } from "./internal/adopt-moves.ts";
import type { NewDecision, OrderResult } from "./internal/order-result.ts";
import type { PlaceRequest } from "./internal/place-request.ts";

/** Bumped whenever the engine may decide the same snapshot differently. */
const ENGINE_VERSION = "1";

interface Decided {
  readonly orderId: string;
  readonly decision: NewDecision;
}

/**
 * Stores new decisions with their networks, reservations and the intent to make Shopify match, and
 * starts that work. Decisions they replace, and work on those, are over.
 */
export async function storeDecisions(
  tx: Tx,
  shop: ShopContext,
  results: readonly OrderResult[],
): Promise<void> {
  const { shopId } = shop;
  const decided = results.flatMap(({ orderId, decision }) =>
    decision ? [{ orderId, decision }] : [],
  );
  await distrustReadings(tx, shopId, results);
  if (decided.length === 0) return;
  await endReplaced(tx, shop, decided);
  await storeNetworks(tx, shop, decided);
  const now = shop.clock.now();
  await tx.decision.createMany({ data: decided.map((row) => toDecisionRow(shopId, now, row)) });
  await reserveUnits(
    tx,
    shop,
    decided.flatMap(({ orderId, decision }) =>
      decision.claims.map((claim) => ({
        ...claim,
        orderId,
        decisionId: decision.decisionId,
        endedAt: claim.status === "active" ? null : now,
      })),
    ),
  );
  const placed = decided.filter(({ decision }) => decision.placing !== "none");
  await tx.intent.createMany({ data: placed.map((row) => toPlaceIntent(shopId, now, row)) });
  await enqueueAll(
    tx,
    "place-order",
    placed.map(({ orderId }) => ({ shopId, orderId })),
  );
}

/**
 * Orders on their way to a plan were looked at again because something happened: a reading made
 * before no longer proves that Shopify stands as planned.
 */
const lookAgain: PlaceRequest = { lookAgain: true };

async function distrustReadings(
  tx: Tx,
  shopId: string,
  results: readonly OrderResult[],
): Promise<void> {
  const orderIds = results.filter((result) => !result.decision).map(({ orderId }) => orderId);
  if (orderIds.length === 0) return;
  await tx.intent.updateMany({
    where: {
      shopId,
      orderId: { in: orderIds },
      kind: "place_order",
      status: { in: ["pending", "sent"] },
    },
    data: { request: lookAgain },
  });
}

async function endReplaced(tx: Tx, shop: ShopContext, decided: readonly Decided[]): Promise<void> {
  const { shopId } = shop;
  const now = shop.clock.now();
  const replaced = decided.flatMap(({ decision }) => decision.supersedes ?? []);
  if (replaced.length === 0) return;
  await tx.decision.updateMany({
    where: { shopId, decisionId: { in: replaced } },
    data: { supersededAt: now },
  });
  await tx.intent.updateMany({
    where: {
      shopId,
      kind: "place_order",
      decisionId: { in: replaced },
      status: { in: ["pending", "sent"] },
    },
    data: { status: "obsolete", settledAt: now },
  });
}

async function storeNetworks(
  tx: Tx,
  shop: ShopContext,
  decided: readonly Decided[],
): Promise<void> {
  const networks = new Map(decided.map(({ decision }) => [decision.network.hash, decision]));
  const hashes = [...networks.keys()];
  const where = { shopId: shop.shopId, hash: { in: hashes } };
  const known = await tx.networkVersion.findMany({ where, select: { hash: true } });
  const createdAt = shop.clock.now();
  const missing = hashes.filter((hash) => !known.some((row) => row.hash === hash));
  await tx.networkVersion.createMany({
    data: missing.map((hash) => ({
      shopId: shop.shopId,
      hash,
      network: networks.get(hash)!.network.network as unknown as Prisma.InputJsonObject,
      createdAt,
    })),
  });
}

function toDecisionRow(
  shopId: string,
  createdAt: Date,
  { orderId, decision }: Decided,
): Prisma.DecisionCreateManyInput {
  const { decisionId, sequence, plan, network, ruleVersion, trigger, actor, reason } = decision;
  return {
    shopId,
    decisionId,
    orderId,
    sequence,
    createdAt,
    outcome: plan.outcome,
    lane: plan.lane,
    cost: plan.cost,
    deliveryDays: plan.deliveryDays,
    parcels: plan.parcels.length,
    networkHash: network.hash,
    snapshot: decision.snapshot as unknown as Prisma.InputJsonObject,
    plan: plan as unknown as Prisma.InputJsonObject,
    engineVersion: decision.isByStaff ? MADE_BY_STAFF : ENGINE_VERSION,
    ruleVersion,
    trigger,
    actor,
    reason,
  };
}

function toPlaceIntent(
  shopId: string,
  createdAt: Date,
  { orderId, decision }: Decided,
): Prisma.IntentCreateManyInput {
  const { decisionId, placing } = decision;
  const request: PlaceRequest = placing === "standing" ? { standing: true } : {};
  return {
    shopId,
    orderId,
    decisionId,
    kind: "place_order",
    key: `place:${decisionId}`,
    request,
    createdAt,
  };
}
