import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { OrderEventKind } from "./order-event-kinds.ts";

/** One row of an order's timeline. `message` is a sentence for people, `data` its figures. */
export interface NewOrderEvent {
  readonly orderId: string;
  readonly kind: OrderEventKind;
  readonly message: string;
  readonly data?: Prisma.InputJsonObject;
}

/** Adds rows to the timelines of orders, now and in the acting person's name, in one statement. */
export async function recordOrderEvents(
  tx: Tx,
  shop: ShopContext,
  events: readonly NewOrderEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ data = {}, ...event }, nth) => ({ nth, data, ...event }));
  await tx.$executeRaw`
    insert into order_events (shop_id, at, actor, order_id, kind, message, data)
    select ${shop.shopId}, ${shop.clock.now()}, ${shop.actor.name}, r."orderId", r.kind, r.message,
      r.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(nth int, "orderId" text, kind text, message text, data jsonb)
    order by r.nth`;
}
