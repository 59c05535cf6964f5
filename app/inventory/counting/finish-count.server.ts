import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { StockCount } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { recordReadings } from "../record-reading.server.ts";
import type { CountEnd } from "./settle-count.server.ts";

/**
 * Writes down how a count ended. A count that went through renews the mirror, ends the item's
 * cool-offs at the location (the reason for them was a doubt that is settled now) and counts as a try.
 */
export async function finishCount(
  shop: ShopContext,
  count: StockCount,
  end: CountEnd,
): Promise<CountEnd> {
  const { shopId, actor } = shop;
  const { countId, inventoryItemId, locationId } = count;
  const readings = await readLevels(shopId, [count], { interactive: true });
  const settledAt = shop.clock.now();
  await inShop(shop, async (tx) => {
    const { count: settled } = await tx.stockCount.updateMany({
      where: { shopId, countId, status: "pending" },
      data: { ...end, settledAt },
    });
    if (settled === 0) return;
    const by = { ...shop, actor: { ...actor, name: count.actor } };
    await recordReadings(tx, by, readings, end.status === "done" ? "count" : "resync");
    if (end.status !== "done") return;
    await endCoolOffs(tx, shop, count);
    await enqueue(tx, "measure-accuracy", { shopId });
    const { counted, seenOnHand } = count;
    const subject = `${inventoryItemId}@${locationId}`;
    const entry = { actor: count.actor, action: "stock_counted", subject };
    const detail = { countId, counted, seenOnHand };
    await tx.auditEntry.create({ data: { shopId, at: settledAt, ...entry, detail } });
  });
  return end;
}

async function endCoolOffs(tx: Tx, shop: ShopContext, count: StockCount): Promise<void> {
  const { shopId } = shop;
  const { inventoryItemId, locationId } = count;
  const now = shop.clock.now();
  const { count: ended } = await tx.exclusion.updateMany({
    where: {
      ...{ shopId, inventoryItemId, locationId, orderId: null, endedAt: null },
      OR: [{ untilAt: null }, { untilAt: { gt: now } }],
    },
    data: { endedAt: now },
  });
  if (ended === 0) return;
  await enqueue(tx, "wake-exceptions", { shopId, events: [`stock_changed:${inventoryItemId}`] });
}
