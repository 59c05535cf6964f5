import type { Tx } from "#app/db.server.ts";
import { lockOrder } from "#app/picking/lock-task.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";

export type AskOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `settled`: cancelled or fulfilled already; `forbidden`: store roles only pick. */
      readonly because: "not_found" | "settled" | "forbidden" | "unknown_location";
    };

export interface Ask {
  readonly orderId: string;
  /** Why, in the person's words; at most 500 characters are kept. */
  readonly reason: string;
  /** Null routes again under the rules; a location overrules them. */
  readonly sendTo: { readonly locationId: string; readonly name: string } | null;
}

/**
 * Puts a person's wish for a new decision on record (timeline, audit) and marks the order. The
 * decision comes with the routing job: this only asks for it.
 */
export async function askForRouting(tx: Tx, shop: ShopContext, ask: Ask): Promise<AskOutcome> {
  const { shopId, actor } = shop;
  const { orderId, sendTo } = ask;
  if (actor.role === "associate" || actor.role === "store_manager") {
    return { ok: false, because: "forbidden" };
  }
  await lockOrder(tx, shopId, orderId);
  const key = { shopId_orderId: { shopId, orderId } };
  const order = await tx.order.findUnique({ where: key, select: { status: true } });
  if (!order) return { ok: false, because: "not_found" };
  if (order.status === "cancelled" || order.status === "fulfilled") {
    return { ok: false, because: "settled" };
  }
  const wish = sendTo
    ? { sendToLocationId: sendTo.locationId }
    : { rerouteRequested: true, sendToLocationId: null };
  await tx.order.update({ where: key, data: wish });
  await putOnRecord(tx, shop, ask);
  const reason = sendTo ? `sent to ${sendTo.name} by ${actor.name}` : `asked by ${actor.name}`;
  await noteOrdersChanged(tx, shop, [{ orderId, reason }]);
  return { ok: true };
}

async function putOnRecord(tx: Tx, shop: ShopContext, ask: Ask): Promise<void> {
  const { orderId, sendTo } = ask;
  const reason = ask.reason.slice(0, 500);
  const detail = sendTo ? { reason, locationId: sendTo.locationId } : { reason };
  const what = sendTo ? `Send to ${sendTo.name}` : "Route again";
  await recordOrderEvents(tx, shop, [
    { orderId, kind: "override", message: `${what}: ${reason}`, data: detail },
  ]);
  await tx.auditEntry.create({
    data: {
      shopId: shop.shopId,
      at: shop.clock.now(),
      actor: shop.actor.name,
      action: sendTo ? "order_sent_to_location" : "order_routed_again",
      subject: `order ${orderId}`,
      detail,
    },
  });
}
