import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { StockCount } from "#app/generated/prisma/client.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { adjustQuantity } from "#app/shopify/adjust-quantity.server.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import type { MutationResult } from "#app/shopify/mutation-result.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { finishCount } from "./finish-count.server.ts";

export interface CountEnd {
  readonly status: "done" | "stale" | "refused";
  /** One sentence for the person who counted; empty when done. */
  readonly note: string;
}

const triesAgainstRaces = 5;

/** Job: finishes a count whose request died or got no answer from Shopify. Throws ShopifyError. */
export async function settleLeftCount(
  { shopId, countId }: JobPayloads["settle-count"],
  clock?: Clock,
): Promise<void> {
  await settleCount(systemContext(shopId, clock), countId);
}

/**
 * Makes Shopify's on hand equal what was counted, by a compare-and-set on available under an
 * idempotency key that names the figure it starts from. That figure is stored before each try and the
 * same try is repeated first, so that an answer lost on the way changes nothing twice. Orders that
 * take units between reading and writing are no reason to stop; a changed on hand is: then the person
 * counted another shelf than Shopify has now. Throws ShopifyError.
 */
export async function settleCount(shop: ShopContext, countId: string): Promise<CountEnd> {
  const { shopId } = shop;
  const count = await inShop(shop, (tx) =>
    tx.stockCount.findUnique({ where: { shopId_countId: { shopId, countId } } }),
  );
  if (count?.status !== "pending") return endOf(count);
  if (count.triedAvailable !== null) {
    const repeated = await adjust(shop, count, count.triedAvailable);
    if (repeated.ok) return finishCount(shop, count, { status: "done", note: "" });
  }
  for (let attempt = 1; attempt <= triesAgainstRaces; attempt += 1) {
    const end = await tryOnce(shop, count);
    if (end !== "raced") return finishCount(shop, count, end);
  }
  return finishCount(shop, count, {
    status: "stale",
    note: "Orders kept changing this shelf. Count it again.",
  });
}

function endOf(count: StockCount | null): CountEnd {
  if (count?.status === "done") return { status: "done", note: "" };
  const status = count?.status === "stale" ? "stale" : "refused";
  return { status, note: count?.note ?? "This count is unknown." };
}

async function tryOnce(shop: ShopContext, count: StockCount): Promise<CountEnd | "raced"> {
  const [level] = await readLevels(shop.shopId, [count], { interactive: true });
  const stop = judgeLevel(count, level);
  if (stop) return stop;
  const available = level?.available ?? 0;
  await noteTry(shop, count, available);
  const result = await adjust(shop, count, available);
  if (result.ok) return { status: "done", note: "" };
  if (result.errors.some(({ code }) => code === "CHANGE_FROM_QUANTITY_STALE")) return "raced";
  const words = result.errors.map(({ message }) => message).join(" ");
  return { status: "refused", note: `Shopify refused the count: ${words}` };
}

/** What ends a count without writing; null to go on. */
function judgeLevel(count: StockCount, level: LiveLevel | undefined): CountEnd | null {
  if (!level) {
    return {
      status: "refused",
      note: "Shopify does not stock this item at this location any more.",
    };
  }
  if (level.onHand !== count.seenOnHand) {
    const note = `Shopify now has ${level.onHand} on hand, not ${count.seenOnHand}: something was sold or received meanwhile. Count again.`;
    return { status: "stale", note };
  }
  return count.counted === level.onHand ? { status: "done", note: "" } : null;
}

function noteTry(shop: ShopContext, { countId }: StockCount, triedAvailable: number) {
  const { shopId } = shop;
  return inShop(shop, (tx) =>
    tx.stockCount.update({
      where: { shopId_countId: { shopId, countId } },
      data: { triedAvailable },
    }),
  );
}

function adjust(
  { shopId }: ShopContext,
  count: StockCount,
  available: number,
): Promise<MutationResult> {
  const { inventoryItemId, locationId, countId } = count;
  return adjustQuantity(shopId, {
    inventoryItemId,
    locationId,
    delta: count.counted - count.seenOnHand,
    changeFromQuantity: available,
    reason: "correction",
    idempotencyKey: `count:${countId}:${available}`,
  });
}
