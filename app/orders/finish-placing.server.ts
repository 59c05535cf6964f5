import type { Tx } from "#app/db.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import { reflectReservations } from "#app/inventory/reserve.server.ts";
import { resumeProgress } from "#app/picking/resume-progress.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { offerParcels } from "./offer-parcels.server.ts";
import type { Placing, PlacingEnd } from "./placing.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";

/** Shopify stands as decided: the reservations, the stores and the timeline learn it. */
export async function finishPlacing(
  tx: Tx,
  shop: ShopContext,
  placing: Placing,
  end: Extract<PlacingEnd, { readonly kind: "stands" }>,
): Promise<void> {
  const { shopId } = shop;
  const { orderId, decisionId, intentId, plan } = placing;
  await reflectReservations(tx, shop, decisionId);
  await tx.intent.update({
    where: { shopId_intentId: { shopId, intentId } },
    data: { status: "confirmed", settledAt: shop.clock.now(), result: { moves: end.moves } },
  });
  if (plan.outcome === "planned") {
    await tx.order.updateMany({
      where: { shopId, orderId, status: "routed" },
      data: { status: "placed" },
    });
  }
  await offerParcels(tx, shop, placing, end.standing);
  if (end.progressLost) await resumeProgress(tx, shop, orderId);
  const { kind, message } = describeEnd(placing, end.moves);
  await recordOrderEvents(tx, shop, [{ orderId, kind, message, data: { decisionId } }]);
  const refusals = { orderIds: [orderId], queues: ["shopify_refused", "stock_mismatch"] } as const;
  await resolveExceptions(tx, shop, refusals, "Shopify stands as planned.");
  await wakeWaiting(tx, shopId, end);
}

function describeEnd({ plan }: Placing, moves: number) {
  if (plan.outcome === "held") {
    return { kind: "held", message: "On hold in Shopify until a person has looked." } as const;
  }
  const how =
    moves === 0 ? "nothing had to move" : `${moves} ${moves === 1 ? "move" : "moves"} made`;
  return { kind: "applied", message: `Shopify stands as planned: ${how}.` } as const;
}

/** Units that left a location may be what another order waits for. */
async function wakeWaiting(
  tx: Tx,
  shopId: string,
  { readings }: Extract<PlacingEnd, { readonly kind: "stands" }>,
): Promise<void> {
  const events = [...new Set(readings.map((level) => `stock_changed:${level.inventoryItemId}`))];
  if (events.length === 0) return;
  const waiting = await tx.exception.findMany({
    where: { shopId, status: "open", wakeOn: { hasSome: events } },
    select: { wakeOn: true },
  });
  const awaited = events.filter((event) => waiting.some((row) => row.wakeOn.includes(event)));
  if (awaited.length > 0) await enqueue(tx, "wake-exceptions", { shopId, events: awaited });
}
