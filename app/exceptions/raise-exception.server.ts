import type { Tx } from "#app/db.server.ts";
import { lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ExceptionAction, Queue } from "./queues.ts";
import { queues } from "./queues.ts";

/** Something only a person can settle. */
export interface NewException {
  readonly queue: Queue;
  /** Names the cause, such as `no_location_fits:<order id>`: one is open per key. */
  readonly key: string;
  readonly orderId?: string;
  readonly locationId?: string;
  /** What happened, in one sentence. */
  readonly summary: string;
  readonly evidence?: object;
  /** The queue's own actions unless told. */
  readonly actions?: readonly ExceptionAction[];
  /** `stock_changed:<item id>`, `rule_published`, `location_reopened`, `order_changed`. */
  readonly wakeOn?: readonly string[];
}

interface RaisedRow {
  exceptionId: string;
  orderId: string | null;
  summary: string;
}

/**
 * Opens exceptions in the caller's transaction. Where one with the same key is open already, its
 * summary, evidence and wake-up events are renewed and its age, deadline and assignee stay. New ones
 * with an order go on that order's timeline. Returns how many are new.
 */
export async function raiseExceptions(
  tx: Tx,
  shop: ShopContext,
  exceptions: readonly NewException[],
): Promise<number> {
  if (exceptions.length === 0) return 0;
  // Two transactions must not both find a key free.
  await lockShop(tx, shop.shopId, "exceptions");
  const now = shop.clock.now();
  const rows = lastPerKey(exceptions).map((exception) => toRow(exception, now));
  const json = JSON.stringify(rows);
  await renewOpen(tx, shop.shopId, json);
  const raised = await insertMissing(tx, shop.shopId, json, now);
  await tx.orderEvent.createMany({
    data: raised.flatMap(({ orderId, exceptionId, summary }) =>
      orderId === null
        ? []
        : {
            shopId: shop.shopId,
            orderId,
            at: now,
            kind: "exception_raised",
            message: summary,
            data: { exceptionId },
          },
    ),
  });
  return raised.length;
}

function lastPerKey(exceptions: readonly NewException[]): NewException[] {
  return [...new Map(exceptions.map((exception) => [exception.key, exception])).values()];
}

function toRow(exception: NewException, now: Date) {
  const meaning = queues[exception.queue];
  return {
    queue: exception.queue,
    key: exception.key,
    order_id: exception.orderId ?? null,
    location_id: exception.locationId ?? null,
    summary: exception.summary,
    evidence: exception.evidence ?? {},
    actions: exception.actions ?? meaning.actions,
    wake_on: exception.wakeOn ?? [],
    priority: meaning.priority,
    due_at: new Date(now.getTime() + meaning.dueInHours * 3_600_000),
  };
}

async function renewOpen(tx: Tx, shopId: string, json: string): Promise<void> {
  await tx.$executeRaw`
    update exceptions e set summary = r.summary, evidence = r.evidence, queue = r.queue,
      actions = r.actions, wake_on = r.wake_on
    from jsonb_to_recordset(${json}::jsonb)
      as r(key text, queue text, summary text, evidence jsonb, actions text[], wake_on text[])
    where e.shop_id = ${shopId} and e.key = r.key and e.status = 'open'`;
}

async function insertMissing(tx: Tx, shopId: string, json: string, now: Date) {
  return tx.$queryRaw<RaisedRow[]>`
    insert into exceptions (shop_id, exception_id, queue, key, order_id, location_id, summary,
      evidence, actions, wake_on, priority, due_at, created_at)
    select ${shopId}, gen_random_uuid()::text, r.queue, r.key, r.order_id, r.location_id, r.summary,
      r.evidence, r.actions, r.wake_on, r.priority, r.due_at, ${now}
    from jsonb_to_recordset(${json}::jsonb) as r(queue text, key text, order_id text,
      location_id text, summary text, evidence jsonb, actions text[], wake_on text[], priority int,
      due_at timestamptz)
    where not exists (select from exceptions e
      where e.shop_id = ${shopId} and e.key = r.key and e.status = 'open')
    returning exception_id as "exceptionId", order_id as "orderId", summary`;
}
