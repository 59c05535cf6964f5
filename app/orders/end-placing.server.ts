import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Intent } from "#app/generated/prisma/client.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { releaseReservations } from "#app/inventory/reserve.server.ts";
import { recordReadings } from "#app/inventory/record-reading.server.ts";
import { lockOrder } from "#app/picking/lock-task.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readPlaceRequest } from "./internal/place-request.ts";
import { finishPlacing } from "./finish-placing.server.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";
import type { Placing, PlacingEnd } from "./placing.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";

/** How often a plan may fail for stock that is not there before a person should look. */
const MOST_STOCK_FAILURES = 5;
const STOCK_GONE = "stock gone";

/**
 * Writes down how a run ended, in one transaction, unless a newer decision or run took over: then
 * theirs counts.
 */
export async function endPlacing(
  shop: ShopContext,
  placing: Placing,
  end: PlacingEnd,
): Promise<void> {
  if (end.kind === "superseded") return;
  await recordEndReadings(shop, end);
  await inShop(shop, async (tx) => {
    await lockOrder(tx, shop.shopId, placing.orderId);
    const intent = await findInForce(tx, shop.shopId, placing);
    if (!intent) return;
    switch (end.kind) {
      case "stands":
        if (!readPlaceRequest(intent.request).lookAgain)
          return finishPlacing(tx, shop, placing, end);
        return enqueue(tx, "place-order", { shopId: shop.shopId, orderId: placing.orderId });
      case "stock_gone":
        return giveUpForStock(tx, shop, placing, end);
      case "changed":
        return routeAnew(tx, shop, placing, "the order changed while it was being placed");
      case "refused":
        return giveUpForRefusal(tx, shop, placing, end.message);
    }
  });
}

/**
 * What was read of shelves is true whoever's run it was. In a transaction of its own: webhooks lock
 * shelves before orders, everything below locks the order first.
 */
async function recordEndReadings(shop: ShopContext, end: PlacingEnd): Promise<void> {
  if (!("readings" in end) || end.readings.length === 0) return;
  await inShop(shop, (tx) => recordReadings(tx, shop, end.readings, "routing"));
}

async function findInForce(tx: Tx, shopId: string, placing: Placing): Promise<Intent | null> {
  const { intentId, attempt, orderId, decisionId } = placing;
  const intent = await tx.intent.findUnique({ where: { shopId_intentId: { shopId, intentId } } });
  const order = await tx.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  const isOurs = intent?.status === "sent" && intent.attempts === attempt;
  return isOurs && order?.decisionId === decisionId ? intent : null;
}

async function giveUpForStock(
  tx: Tx,
  shop: ShopContext,
  placing: Placing,
  { locationId, readings }: Extract<PlacingEnd, { readonly kind: "stock_gone" }>,
): Promise<void> {
  const { shopId } = shop;
  const { orderId, orderName } = placing;
  const place = await tx.location.findUnique({
    where: { shopId_locationId: { shopId, locationId } },
  });
  const reason = `${STOCK_GONE} at ${place?.name ?? `location ${locationId}`}`;
  const failures = await tx.intent.count({
    where: { shopId, orderId, status: "obsolete", error: { startsWith: STOCK_GONE } },
  });
  if (failures + 1 < MOST_STOCK_FAILURES) return routeAnew(tx, shop, placing, reason);
  await settleIntent(tx, shop, placing, "obsolete", reason);
  await becomeException(tx, shop, placing);
  const summary = `${orderName}: ${reason}, again and again. Shopify's stock keeps changing.`;
  await raiseExceptions(tx, shop, [
    {
      queue: "stock_mismatch",
      key: `stock_mismatch:${orderId}`,
      orderId,
      locationId,
      summary,
      evidence: { readings },
    },
  ]);
}

/** Lets go of this plan; its order starts over with what Shopify says now. */
async function routeAnew(
  tx: Tx,
  shop: ShopContext,
  placing: Placing,
  reason: string,
): Promise<void> {
  const { shopId } = shop;
  const { orderId } = placing;
  await settleIntent(tx, shop, placing, "obsolete", reason);
  await releaseReservations(tx, shop, [orderId]);
  const key = { shopId_orderId: { shopId, orderId } };
  await tx.order.update({ where: key, data: { status: "new" } });
  const message = `Not placed: ${reason}. It is routed again.`;
  await recordOrderEvents(tx, shop, [{ orderId, kind: "changed", message }]);
  await noteOrdersChanged(tx, shop, [{ orderId, reason }]);
}

async function giveUpForRefusal(
  tx: Tx,
  shop: ShopContext,
  placing: Placing,
  message: string,
): Promise<void> {
  const { orderId, orderName, decisionId } = placing;
  await settleIntent(tx, shop, placing, "failed", message);
  await becomeException(tx, shop, placing);
  const words = `Shopify refused: ${message}`;
  await recordOrderEvents(tx, shop, [
    { orderId, kind: "refused", message: words, data: { decisionId } },
  ]);
  await raiseExceptions(tx, shop, [
    {
      queue: "shopify_refused",
      key: `shopify_refused:${orderId}`,
      orderId,
      summary: `${orderName}: ${words}`,
      evidence: { message, decisionId },
      wakeOn: ["order_changed"],
    },
  ]);
}

async function becomeException(tx: Tx, shop: ShopContext, { orderId }: Placing): Promise<void> {
  const { shopId } = shop;
  await releaseReservations(tx, shop, [orderId]);
  const key = { shopId_orderId: { shopId, orderId } };
  await tx.order.update({ where: key, data: { status: "exception" } });
}

async function settleIntent(
  tx: Tx,
  shop: ShopContext,
  { intentId }: Placing,
  status: "obsolete" | "failed",
  error: string,
): Promise<void> {
  await tx.intent.update({
    where: { shopId_intentId: { shopId: shop.shopId, intentId } },
    data: { status, error, settledAt: shop.clock.now() },
  });
}
