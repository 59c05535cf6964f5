import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { reserveUnits } from "#app/inventory/reserve.server.ts";
import { enqueueAll } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { MADE_BY_STAFF } from "./internal/adopt-moves.ts";
import type { NewDecision, OrderResult } from "./internal/order-result.ts";
import type { PlaceRequest } from "./internal/place-request.ts";
import { wakeShadows } from "./wake-shadows.server.ts";

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
  await insertDecisions(tx, shopId, now, decided);
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
  await insertPlaceIntents(tx, shopId, now, placed);
  const afterSeconds = await estimateBacklogSeconds(tx, shopId);
  await enqueueAll(
    tx,
    "place-order",
    placed.map(({ orderId }) => ({ shopId, orderId })),
    afterSeconds > 0 ? { afterSeconds } : {},
  );
  await wakeShadows(tx, shopId);
}

/** Orders a small machine decides in a second. */
const DECIDED_PER_SECOND = 200;

/**
 * How long the shop's waiting orders will take to decide, in seconds. Placing comes after them: both
 * live on the same points of Shopify's, and until all are decided the pool is in doubt.
 */
async function estimateBacklogSeconds(tx: Tx, shopId: string): Promise<number> {
  const waiting = await tx.order.count({ where: { shopId, dirtyAt: { not: null } } });
  return Math.floor(waiting / DECIDED_PER_SECOND);
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

/** One plain statement: compiling a createMany of this size costs more than all deciding does. */
async function insertDecisions(
  tx: Tx,
  shopId: string,
  createdAt: Date,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.map(({ orderId, decision }) => ({
    decision_id: decision.decisionId,
    order_id: orderId,
    sequence: decision.sequence,
    outcome: decision.plan.outcome,
    lane: decision.plan.lane,
    cost: decision.plan.cost,
    delivery_days: decision.plan.deliveryDays,
    parcels: decision.plan.parcels.length,
    network_hash: decision.network.hash,
    snapshot: decision.snapshot,
    plan: decision.plan,
    engine_version: decision.isByStaff ? MADE_BY_STAFF : ENGINE_VERSION,
    rule_version: decision.ruleVersion,
    trigger: decision.trigger,
    actor: decision.actor,
    reason: decision.reason,
    saving: decision.saving,
    pilot_id: decision.pilot?.pilotId ?? null,
    arm: decision.pilot?.arm ?? null,
    engine_plan: decision.enginePlan,
  }));
  await tx.$executeRaw`
    insert into decisions (shop_id, created_at, decision_id, order_id, sequence, outcome, lane,
      cost, delivery_days, parcels, network_hash, snapshot, plan, engine_version, rule_version,
      trigger, actor, reason, saving, pilot_id, arm, engine_plan)
    select ${shopId}, ${createdAt}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(decision_id text, order_id text, sequence int, outcome text, lane text, cost numeric,
        delivery_days int, parcels int, network_hash text, snapshot jsonb, plan jsonb,
        engine_version text, rule_version int, trigger text, actor text, reason text,
        saving numeric, pilot_id text, arm text, engine_plan jsonb)`;
}

/** `standing` lets placing trust the reading the decision was made from, while nothing is new. */
async function insertPlaceIntents(
  tx: Tx,
  shopId: string,
  createdAt: Date,
  placed: readonly Decided[],
): Promise<void> {
  const rows = placed.map(({ orderId, decision }) => {
    const request: PlaceRequest = decision.placing === "standing" ? { standing: true } : {};
    return { order_id: orderId, decision_id: decision.decisionId, request };
  });
  await tx.$executeRaw`
    insert into intents (shop_id, created_at, intent_id, kind, key, order_id, decision_id, request)
    select ${shopId}, ${createdAt}, gen_random_uuid()::text, 'place_order',
      'place:' || r.decision_id, r.order_id, r.decision_id, r.request
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(order_id text, decision_id text, request jsonb)`;
}
