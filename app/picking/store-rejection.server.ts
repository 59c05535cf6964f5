import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { excludeOrder } from "./exclude-order.server.ts";
import { intendEffect } from "./intend-effect.server.ts";
import type { RejectedUnits } from "./rejected-units.ts";

/**
 * Remembers a rejection: one row per line (units add up when a line is rejected in steps), the
 * store's exclusion from this order and, for a while, from the items, and the stock correction that
 * the reason asks for.
 */
export async function storeRejection(
  tx: Tx,
  shop: ShopContext,
  rejected: RejectedUnits,
): Promise<void> {
  const { orderId, locationId } = rejected.task;
  for (const one of rejected.lines) {
    await storeLine(tx, shop, rejected, one);
    await intendCorrection(tx, shop, rejected, one);
  }
  const reason = `Rejected: ${rejected.reason.label}`;
  await excludeOrder(tx, shop, { orderId, locationId, reason });
  await coolOff(tx, shop, rejected, reason);
}

async function storeLine(
  tx: Tx,
  shop: ShopContext,
  { task, reason, note }: RejectedUnits,
  { line, units }: RejectedUnits["lines"][number],
): Promise<void> {
  const { shopId, taskId, orderId, locationId } = task;
  const { lineItemId, inventoryItemId } = line;
  const facts = { reasonCode: reason.code, note, actor: shop.actor.name, at: shop.clock.now() };
  await tx.rejection.upsert({
    where: { shopId_taskId_lineItemId: { shopId, taskId, lineItemId } },
    create: { shopId, taskId, orderId, locationId, lineItemId, inventoryItemId, units, ...facts },
    update: { units: { increment: units }, ...facts },
  });
}

async function intendCorrection(
  tx: Tx,
  shop: ShopContext,
  { task, reason, clientActionId }: RejectedUnits,
  { line, units }: RejectedUnits["lines"][number],
): Promise<void> {
  const { lineItemId, inventoryItemId } = line;
  if (reason.stockEffect === "none" || isCustom(line)) return;
  await intendEffect(tx, shop, {
    task,
    kind: "correct_stock",
    key: `stock:${task.taskId}:${lineItemId}:${clientActionId}`,
    request: {
      effect: reason.stockEffect,
      inventoryItemId,
      locationId: task.locationId,
      lineItemId,
      units,
    },
  });
}

async function coolOff(
  tx: Tx,
  shop: ShopContext,
  { task, lines, reason: { coolOffHours } }: RejectedUnits,
  reason: string,
): Promise<void> {
  if (coolOffHours === 0) return;
  const createdAt = shop.clock.now();
  const untilAt = new Date(createdAt.getTime() + coolOffHours * 3_600_000);
  const { shopId, locationId } = task;
  const stocked = lines.filter(({ line }) => !isCustom(line));
  const items = new Set(stocked.map(({ line }) => line.inventoryItemId));
  await tx.exclusion.createMany({
    data: [...items].map((inventoryItemId) => {
      return { shopId, locationId, inventoryItemId, reason, createdAt, untilAt };
    }),
  });
}

/** A custom line of an order is no item of the catalogue: there is no stock to correct. */
function isCustom({ inventoryItemId }: { readonly inventoryItemId: string }): boolean {
  return inventoryItemId === "";
}
