import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { accessToken } from "#app/shopify/access-token.server.ts";
import { moveFulfillmentOrder } from "#app/shopify/documents/fulfillment-orders.ts";
import { listLevelsOfLocation, readLevels } from "#app/shopify/documents/inventory.ts";
import { listUpdatedOrders, readOrdersById, searchOrders } from "#app/shopify/documents/orders.ts";
import { gid } from "#app/shopify/gid.ts";
import { sendGraphql } from "#app/shopify/send-graphql.server.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { SandboxedShop } from "./open-sandboxed-shop.ts";
import { openSandboxedShop } from "./open-sandboxed-shop.ts";

let world: SandboxedShop;
let orderIds: string[];
beforeAll(async () => {
  world = await openSandboxedShop();
  const skus = [...world.state.variantsBySku.keys()];
  orderIds = Array.from({ length: 50 }, (_, index) => {
    const lines = skus.slice(index, index + 2).map((sku) => ({ sku, quantity: 1 }));
    return placeOrder(world.state, { lines }).id;
  });
});

/** Points asked for and charged; one query may ask for 1,000, and is charged what it returns. */
async function costOf(document: string, variables: object) {
  const { shopId } = world.shop;
  const token = await accessToken(shopId);
  const answer = await sendGraphql({ shopId, token, document, variables, isWrite: false });
  expect(answer.errors).toEqual([]);
  const { requestedQueryCost = 0, actualQueryCost = 0 } = answer.cost ?? {};
  return { requested: requestedQueryCost, actual: actualQueryCost ?? 0 };
}

describe("what calls cost", () => {
  it("fifty orders: far below the limit, and about three points each in fact", async () => {
    const query = orderIds.map((id) => `id:${id}`).join(" OR ");
    const cost = await costOf(searchOrders, { query, count: 50 });
    expect(cost.requested).toBeLessThanOrEqual(800);
    expect(cost.actual).toBeLessThanOrEqual(250);
  });

  it("orders by id: eight fit", async () => {
    const ids = orderIds.slice(0, 8).map((id) => gid("Order", id));
    expect((await costOf(readOrdersById, { ids })).requested).toBeLessThanOrEqual(1000);
  });

  it("a hundred levels fit, a page of 250 levels or orders is cheap", async () => {
    const [item = ""] = world.state.inventoryItems.keys();
    const [location = ""] = world.state.locations.keys();
    const pairs = Array.from({ length: 100 }, (_, n) => [
      [`item${n}`, gid("InventoryItem", item)],
      [`location${n}`, gid("Location", location)],
    ]).flat() as [string, string][];
    const levels = await costOf(readLevels(100), Object.fromEntries(pairs));
    expect(levels.requested).toBeLessThanOrEqual(400);
    const page = await costOf(listLevelsOfLocation, { id: gid("Location", location) });
    expect(page.requested).toBeLessThanOrEqual(40);
    const updated = await costOf(listUpdatedOrders, { query: "id:>0" });
    expect(updated.requested).toBeLessThanOrEqual(20);
  });

  it("a move is near the least a mutation can cost", async () => {
    const fulfillmentOrderId = world.state.orders.get(orderIds[0] ?? "")?.fulfillmentOrderIds[0];
    const { requested } = await costOf(moveFulfillmentOrder, {
      id: gid("FulfillmentOrder", fulfillmentOrderId ?? ""),
      newLocationId: gid("Location", "404"),
    });
    expect(requested).toBeLessThanOrEqual(15);
  });
});
