import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { createFulfillment } from "#app/shopify/create-fulfillment.server.ts";
import { findOrderIds } from "#app/shopify/find-order-ids.server.ts";
import { holdFulfillmentOrder } from "#app/shopify/hold-fulfillment-order.server.ts";
import { listUpdatedOrders } from "#app/shopify/list-updated-orders.server.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { mergeFulfillmentOrders } from "#app/shopify/merge-fulfillment-orders.server.ts";
import { moveFulfillmentOrder } from "#app/shopify/move-fulfillment-order.server.ts";
import { openFulfillmentOrder } from "#app/shopify/open-fulfillment-order.server.ts";
import { prepareForPickup } from "#app/shopify/prepare-for-pickup.server.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { readLocations } from "#app/shopify/read-locations.server.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import { releaseHolds } from "#app/shopify/release-holds.server.ts";
import { reportProgress } from "#app/shopify/report-progress.server.ts";
import { splitFulfillmentOrder } from "#app/shopify/split-fulfillment-order.server.ts";
import { holdAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { NewOrder } from "#sandbox/orders/place-order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { SandboxedShop } from "./open-sandboxed-shop.ts";
import { openSandboxedShop } from "./open-sandboxed-shop.ts";

let world: SandboxedShop;
let shopId: string;
beforeAll(async () => {
  world = await openSandboxedShop();
  shopId = world.shop.shopId;
  for (const sku of ["SCK-M", "MUG-BLUE"]) {
    for (const locationId of world.state.locations.keys()) {
      setStock(world.state, { sku, locationId, available: 1000 });
    }
  }
});

const buy = (input: Partial<NewOrder> = {}) =>
  placeOrder(world.state, { lines: [{ sku: "SCK-M", quantity: 3 }], ...input });

async function read(orderId: string): Promise<LiveOrder> {
  const [order] = await readOrders(shopId, [orderId]);
  if (!order) throw new Error(`No order ${orderId}`);
  return order;
}

/** The order's only open fulfillment order with its only line, and a location it is not at. */
async function openOne(orderId: string) {
  const order = await read(orderId);
  const [one] = order.fulfillmentOrders.filter((other) => other.status !== "CLOSED");
  const [line] = one?.lines ?? [];
  if (!one || !line) throw new Error("Nothing is open.");
  const elsewhere = [...world.state.locations.keys()].find((id) => id !== one.assignedLocationId);
  return { one, line, elsewhere: elsewhere ?? "" };
}

describe("reading orders", () => {
  it("tells what routing must know, with ids beyond 2^53 unharmed", async () => {
    const placed = buy({ tags: ["vip"], customerTags: ["gold"], riskLevel: "high" });
    const order = await read(placed.id);
    expect(BigInt(order.id)).toBeGreaterThan(2n ** 53n);
    expect(order).toMatchObject({
      id: placed.id,
      name: placed.name,
      tags: ["vip"],
      customerTags: ["gold"],
      currencyCode: "USD",
      lineItems: [{ id: placed.lineItemIds[0], sku: "SCK-M", quantity: 3, unfulfilledQuantity: 3 }],
    });
    expect(order.fulfillmentOrders[0]).toMatchObject({
      id: placed.fulfillmentOrderIds[0],
      status: "OPEN",
      deliveryMethodType: "SHIPPING",
      lines: [{ lineItemId: placed.lineItemIds[0], totalQuantity: 3, remainingQuantity: 3 }],
    });
    expect(order.lineItems[0]?.inventoryItemId).toBe(
      order.fulfillmentOrders[0]?.lines[0]?.inventoryItemId,
    );
  });

  it("reads fifty at once and leaves out what does not exist", async () => {
    const ids = Array.from({ length: 49 }, () => buy().id);
    const orders = await readOrders(shopId, [...ids, "404"]);
    expect(orders.map((order) => order.id).sort()).toEqual([...ids].sort());
  });

  it("pages on where an order has more lines than the first page holds", async () => {
    const skus = [...world.state.variantsBySku.keys()].slice(0, 40);
    const placed = buy({ lines: skus.map((sku) => ({ sku, quantity: 1 })) });
    const order = await read(placed.id);
    expect(order.lineItems).toHaveLength(40);
    const lines = order.fulfillmentOrders.flatMap((one) => one.lines);
    expect(new Set(lines.map((line) => line.lineItemId))).toEqual(new Set(placed.lineItemIds));
  });

  it("pages on where an order has more fulfillment orders than the first page holds", async () => {
    const placed = buy({ lines: [{ sku: "SCK-M", quantity: 13 }] });
    const { one, line } = await openOne(placed.id);
    for (let units = 0; units < 12; units += 1) {
      const lines = [{ fulfillmentOrderLineId: line.id, units: 1 }];
      expect(await splitFulfillmentOrder(shopId, one.id, lines)).toMatchObject({ ok: true });
    }
    const order = await read(placed.id);
    expect(order.fulfillmentOrders).toHaveLength(13);
    expect(order.fulfillmentOrders.flatMap((each) => each.lines)).toHaveLength(13);
  });

  it("finds the orders of fulfillment orders", async () => {
    const placed = [buy(), buy()];
    const ids = placed.flatMap((order) => order.fulfillmentOrderIds);
    const found = await findOrderIds(shopId, [...ids, "404"]);
    expect(found).toEqual(new Map(placed.map((order) => [order.fulfillmentOrderIds[0], order.id])));
  });

  it("lists what was updated since, to the last page", async () => {
    const since = new Date(Date.now() - 1000);
    const placed = Array.from({ length: 260 }, () => buy().id);
    const first = await listUpdatedOrders(shopId, since, null);
    const second = await listUpdatedOrders(shopId, since, first.endCursor);
    expect([first.orders.length, second.endCursor]).toEqual([250, null]);
    const listed = [...first.orders, ...second.orders].map((order) => order.id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(placed));
  });
});

describe("changing fulfillment orders", () => {
  it("moves a whole one, which keeps its id", async () => {
    const { one, elsewhere } = await openOne(buy().id);
    const move = { fulfillmentOrderId: one.id, locationId: elsewhere };
    expect(await moveFulfillmentOrder(shopId, move)).toEqual({
      ok: true,
      movedFulfillmentOrderId: one.id,
    });
  });

  it("moves some units into a new one; the line item tells them apart", async () => {
    const placed = buy();
    const { one, line, elsewhere } = await openOne(placed.id);
    const lines = [{ fulfillmentOrderLineId: line.id, units: 2 }];
    await moveFulfillmentOrder(shopId, {
      fulfillmentOrderId: one.id,
      locationId: elsewhere,
      lines,
    });
    const order = await read(placed.id);
    const spread = order.fulfillmentOrders.map((each) => [
      each.assignedLocationId,
      each.lines.map((each) => [each.lineItemId, each.remainingQuantity]),
    ]);
    expect(new Map(spread as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        [one.assignedLocationId ?? "", [[line.lineItemId, 1]]],
        [elsewhere, [[line.lineItemId, 2]]],
      ]),
    );
  });

  it("returns Shopify's refusal word for word", async () => {
    const { one } = await openOne(buy().id);
    const move = { fulfillmentOrderId: one.id, locationId: "404" };
    expect(await moveFulfillmentOrder(shopId, move)).toEqual({
      ok: false,
      errors: [{ field: ["id"], message: "Location not found.", code: null }],
    });
  });

  it("blocks moves while progress is reported, and opens again", async () => {
    const { one, elsewhere } = await openOne(buy().id);
    expect(await reportProgress(shopId, one.id, "Ana picks it")).toEqual({ ok: true });
    const move = { fulfillmentOrderId: one.id, locationId: elsewhere };
    expect(await moveFulfillmentOrder(shopId, move)).toMatchObject({
      errors: [{ code: "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS" }],
    });
    expect(await openFulfillmentOrder(shopId, one.id)).toEqual({ ok: true });
    expect(await moveFulfillmentOrder(shopId, move)).toMatchObject({ ok: true });
  });

  it("releases our hold and leaves a colleague's alone", async () => {
    const placed = buy();
    const { one } = await openOne(placed.id);
    holdAsStaff(world.state, { id: one.id, reasonNotes: "Call the customer" });
    const hold = { handle: "backroom-review", reason: "OTHER", reasonNotes: "Check" } as const;
    expect(await holdFulfillmentOrder(shopId, one.id, hold)).toMatchObject({ ok: true });
    expect(await holdFulfillmentOrder(shopId, one.id, hold)).toMatchObject({
      errors: [{ code: "DUPLICATE_FULFILLMENT_HOLD_HANDLE" }],
    });
    const ours = (await openOne(placed.id)).one.holds.filter((each) => each.heldByRequestingApp);
    expect(ours).toMatchObject([{ handle: "backroom-review" }]);
    expect(await releaseHolds(shopId, one.id, [])).toEqual({ ok: true });
    expect((await openOne(placed.id)).one.holds).toHaveLength(2);
    const holdIds = ours.map((each) => each.id);
    expect(await releaseHolds(shopId, one.id, holdIds)).toEqual({ ok: true });
    expect((await openOne(placed.id)).one.holds).toMatchObject([{ heldByRequestingApp: false }]);
  });

  it("splits, merges and fulfils", async () => {
    const placed = buy();
    const { one, line } = await openOne(placed.id);
    const lines = [{ fulfillmentOrderLineId: line.id, units: 1 }];
    const split = await splitFulfillmentOrder(shopId, one.id, lines);
    if (!split.ok || split.newFulfillmentOrderId === null) throw new Error("not split");
    const both = [one.id, split.newFulfillmentOrderId];
    expect(await mergeFulfillmentOrders(shopId, both)).toEqual({ ok: true });
    const shipped = await createFulfillment(shopId, {
      parts: [{ fulfillmentOrderId: one.id }],
      notifyCustomer: false,
      tracking: { company: "UPS", number: "1Z" },
    });
    expect(shipped).toMatchObject({ ok: true, fulfillmentId: expect.stringMatching(/^\d+$/) });
    expect((await read(placed.id)).displayFulfillmentStatus).toBe("FULFILLED");
  });

  it("prepares a pickup", async () => {
    const pickup = [...world.state.locations.values()].find((each) => each.localPickup !== null);
    const placed = buy({ deliveryMethod: "pickup", pickupLocationId: pickup?.id ?? "" });
    const { one } = await openOne(placed.id);
    expect(one.deliveryMethodType).toBe("PICK_UP");
    expect(await prepareForPickup(shopId, [one.id])).toEqual({ ok: true });
  });
});

describe("reading the pool", () => {
  it("tells available, committed and on hand where stocked, nothing elsewhere", async () => {
    const placed = buy();
    const { one, line } = await openOne(placed.id);
    const inventoryItemId = line.inventoryItemId ?? "";
    const here = { inventoryItemId, locationId: one.assignedLocationId ?? "" };
    const [level, ...others] = await readLevels(shopId, [
      here,
      { ...here, inventoryItemId: "404" },
    ]);
    expect(others).toEqual([]);
    expect(level?.onHand).toBe((level?.available ?? 0) + (level?.committed ?? 0));
    expect(level?.committed).toBeGreaterThanOrEqual(3);
  });

  it("reads every location with its coordinates", async () => {
    const locations = await readLocations(shopId);
    expect(locations.map((location) => location.id).sort()).toEqual(
      [...world.state.locations.keys()].sort(),
    );
    expect(locations[0]?.address.latitude).toEqual(expect.any(Number));
  });
});
