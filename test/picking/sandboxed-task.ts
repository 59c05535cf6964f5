import { inShop } from "#app/db.server.ts";
import { offerTasks } from "#app/picking/offer-tasks.server.ts";
import { settleIntent } from "#app/picking/settle-intent.server.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { NewOrder } from "#sandbox/orders/place-order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { testNow } from "#test/builders/shop.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

export interface SandboxedTask {
  readonly taskId: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly lineItemId: string;
  readonly inventoryItemId: string;
  /** The sandbox's own, live object. */
  readonly fulfillmentOrder: FulfillmentOrder;
  /** An associate at the task's location. */
  readonly ana: ShopContext;
}

let ordersMade = 0;

/**
 * Three of one SKU bought in the sandbox's shop, lying where Shopify put them, and a pick task for
 * each of `shares` of them there, as placing would have made it. Every order has a SKU of its own.
 */
export async function sandboxedTasks(
  { shop, state }: SandboxedShop,
  shares: readonly number[] = [3],
  change: Partial<NewOrder> = {},
): Promise<SandboxedTask[]> {
  const quantity = shares.reduce((sum, units) => sum + units, 0);
  const variant = [...state.variantsBySku.values()][ordersMade++];
  if (!variant) throw new Error("The sample shop sells no more SKUs.");
  const order = placeOrder(state, { lines: [{ sku: variant.sku, quantity }], ...change });
  const fulfillmentOrder = onlyOne(state, order.fulfillmentOrderIds);
  const lineItemId = order.lineItemIds[0] ?? "";
  const { locationId } = fulfillmentOrder;
  const { inventoryItemId } = variant;
  await storeOrder(shop, state, order.id, order.name, locationId);
  const facts = { sku: variant.sku, title: variant.sku, imageUrl: null };
  const tasks: SandboxedTask[] = [];
  for (const [index, units] of shares.entries()) {
    const offered = await inShop(shop, (tx) =>
      offerTasks(tx, shop, [
        {
          orderId: order.id,
          orderName: order.name,
          decisionId: `d${index}`,
          locationId,
          deliveryMethod: change.deliveryMethod ?? "shipping",
          deadlineAt: new Date(testNow.getTime() + 3_600_000),
          lines: [{ lineItemId, inventoryItemId, units, ...facts }],
        },
      ]),
    );
    const actor = { role: "associate", name: "Ana", locationId } as const;
    const ana = { ...shop, actor };
    const ids = { orderId: order.id, locationId, lineItemId, inventoryItemId };
    tasks.push({ taskId: offered[0] ?? "", ...ids, fulfillmentOrder, ana });
  }
  return tasks;
}

function onlyOne(state: ShopState, ids: readonly string[]): FulfillmentOrder {
  const found = ids.map((id) => state.fulfillmentOrders.get(id));
  if (found.length !== 1 || !found[0]) throw new Error(`Expected one of ${ids.join(", ")}.`);
  return found[0];
}

async function storeOrder(
  shop: ShopContext,
  state: ShopState,
  orderId: string,
  name: string,
  locationId: string,
): Promise<void> {
  const { shopId } = shop;
  const location = state.locations.get(locationId);
  await inShop(shop, async (tx) => {
    await tx.order.create({ data: { shopId, orderId, name, status: "placed", placedAt: testNow } });
    await tx.location.createMany({
      data: [{ shopId, locationId, name: location?.name ?? "" }],
      skipDuplicates: true,
    });
  });
}

/** The order's intents, oldest first. */
export async function intentsOf(shop: ShopContext, orderId: string) {
  return inShop(shop, (tx) =>
    tx.intent.findMany({ where: { orderId }, orderBy: { intentId: "asc" } }),
  );
}

/** Runs the job of every unsettled intent of the order once. Throws what the first failing job throws. */
export async function settleAll(shop: ShopContext, orderId: string): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = [];
  for (const { intentId, status } of await intentsOf(shop, orderId)) {
    if (status !== "pending" && status !== "sent") continue;
    outcomes.push(await settleIntent({ shopId: shop.shopId, intentId }, shop.clock));
  }
  return outcomes;
}
