import type { Tx } from "#app/db.server.ts";
import { queueNames } from "#app/exceptions/queues.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { Attention, QueueCount } from "./home-view.ts";

interface QueueRow {
  readonly queue: string;
  readonly count: number;
  readonly overdue: number;
  readonly oldestAt: Date;
}

/** What waits for a person at this moment. */
export async function readAttention(tx: Tx, shop: ShopContext): Promise<Attention> {
  const { shopId } = shop;
  const now = shop.clock.now();
  const rows = await tx.$queryRaw<QueueRow[]>`
    select queue, count(*)::int as count, min(created_at) as "oldestAt",
           count(*) filter (where due_at < ${now})::int as overdue
    from exceptions where shop_id = ${shopId} and status = 'open' group by queue`;
  const lateTasks = await tx.pickTask.count({
    where: { shopId, status: { in: ["offered", "accepted"] }, deadlineAt: { lt: now } },
  });
  const heldOrders = await tx.order.count({ where: { shopId, status: "held" } });
  const queues = rows.map((row) => ({ ...row, oldestAt: row.oldestAt.toISOString() }));
  return { queues: queues.sort((a, b) => urgency(a) - urgency(b)), lateTasks, heldOrders };
}

const pressing: readonly string[] = queueNames;

/** Queues are declared in the order a morning's work goes through them; unknown ones come last. */
function urgency({ queue }: QueueCount): number {
  const position = pressing.indexOf(queue);
  return position < 0 ? pressing.length : position;
}
