import type { Tx } from "../../db.server.ts";
import { inShop } from "../../db.server.ts";
import { raiseExceptions } from "../../exceptions/raise-exception.server.ts";
import { enqueue } from "../../queue/enqueue.server.ts";
import type { ShopContext } from "../../shop-context.ts";
import { lockOrder } from "../lock-task.server.ts";
import { noteTaskEvents } from "../note-task-event.server.ts";
import { startedStatuses } from "../task-status.ts";
import type { Effect } from "./load-effect.server.ts";

export type EffectEnd =
  | {
      readonly kind: "confirmed";
      readonly note: string;
      /** False when Shopify was as wanted before we ever sent anything. */
      readonly isOurs: boolean;
      readonly fulfillmentId?: string;
    }
  | { readonly kind: "obsolete"; readonly note: string }
  | { readonly kind: "failed"; readonly message: string };

/** Settles an intent and tells whom it concerns. One settled meanwhile is left alone. */
export async function finishEffect(
  shop: ShopContext,
  effect: Effect,
  end: EffectEnd,
): Promise<void> {
  const { shopId } = shop;
  const { intentId, orderId } = effect;
  const error = end.kind === "failed" ? end.message.slice(0, 2000) : null;
  await inShop(shop, async (tx) => {
    await lockOrder(tx, shopId, orderId);
    const { count } = await tx.intent.updateMany({
      where: { shopId, intentId, status: { in: ["pending", "sent"] } },
      data: { status: end.kind, settledAt: shop.clock.now(), error, result: { ...end } },
    });
    if (count === 0) return;
    if (end.kind === "failed") await tellFailure(tx, shop, effect, end.message);
    if (end.kind === "confirmed" && effect.kind === "fulfil") {
      await tellFulfilment(tx, shop, effect, end);
    }
    if (end.kind === "confirmed" && effect.kind === "report_progress") {
      await undoIfPointless(tx, shop, effect, intentId);
    }
  });
}

async function tellFailure(
  tx: Tx,
  shop: ShopContext,
  { intentId, orderId, kind, task, store }: Effect,
  message: string,
): Promise<void> {
  const what: Readonly<Record<Effect["kind"], string>> = {
    report_progress: "that picking has begun",
    open_progress: "that picking has stopped",
    fulfil: "the fulfilment",
    ready_for_pickup: "that the pickup is ready",
    correct_stock: "the stock correction",
  };
  const summary = `${task.orderName}: Shopify refused ${what[kind]} at ${store}: ${message}`;
  const data = { intentId, kind, message };
  await noteTaskEvents(tx, shop, [{ orderId, kind: "refused", message: summary, data }]);
  await raiseExceptions(tx, shop, [
    {
      queue: "shopify_refused",
      key: `shopify_refused:${intentId}`,
      orderId,
      locationId: task.locationId,
      summary,
      evidence: data,
    },
  ]);
}

async function tellFulfilment(
  tx: Tx,
  shop: ShopContext,
  { orderId, task, store }: Effect,
  end: { readonly isOurs: boolean; readonly fulfillmentId?: string },
): Promise<void> {
  const units = task.lines.reduce((sum, line) => sum + line.units, 0);
  const tracking = [task.trackingCompany, task.trackingNumber].filter(Boolean).join(" ");
  const what = `Fulfilled ${units} ${units === 1 ? "unit" : "units"} from ${store}`;
  const ours = tracking ? `${what}, ${tracking}.` : `${what}.`;
  const message = end.isOurs ? ours : "Nothing was left to fulfil: somebody did it in Shopify.";
  const data = { locationId: task.locationId, fulfillmentId: end.fulfillmentId ?? "" };
  await noteTaskEvents(tx, shop, [{ orderId, kind: "fulfilled", message, data }]);
}

/** The task was rejected or recalled while its progress was on the way: placing must open it again. */
async function undoIfPointless(
  tx: Tx,
  shop: ShopContext,
  { orderId }: Effect,
  intentId: string,
): Promise<void> {
  const { shopId } = shop;
  const intent = await tx.intent.findUniqueOrThrow({
    where: { shopId_intentId: { shopId, intentId } },
  });
  const started = await tx.pickTask.count({
    where: { shopId, taskId: intent.taskId ?? "", status: { in: [...startedStatuses] } },
  });
  if (started > 0) return;
  await tx.order.updateMany({
    where: { shopId, orderId },
    data: { dirtyAt: shop.clock.now(), dirtyReason: "picking stopped" },
  });
  await enqueue(tx, "route-orders", { shopId });
}
