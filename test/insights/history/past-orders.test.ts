import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { refreshHistory } from "#app/insights/history/refresh-history.server.ts";
import { uploadOrders } from "#app/insights/history/upload-orders.server.ts";
import { loadPastOrders } from "#app/insights/replay/load-past-orders.server.ts";
import type { PastOrder } from "#app/insights/replay/replay-world.ts";
import { showReplays } from "#app/insights/replay/show-replays.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { openShopWithAPast, readHistory } from "./shop-with-a-past.ts";

let state: ShopState;
let shop: ShopContext;

beforeAll(async () => {
  ({ state, shop } = await openShopWithAPast(80));
}, 60_000);

async function loadAll(): Promise<PastOrder[]> {
  const range = { from: new Date(0), until: new Date(Date.now() + 60_000), most: 10_000 };
  return inShop(shop, (tx) => loadPastOrders(tx, shop, range));
}

describe("past orders read from Shopify", () => {
  it("are those that were not cancelled, each with its lines as bought", async () => {
    const orders = await loadAll();
    const sold = [...state.orders.values()].filter(({ cancelledAt }) => cancelledAt === null);
    expect(orders.map(({ orderId }) => orderId).sort()).toEqual(sold.map(({ id }) => id).sort());
    for (const { orderId, trial } of orders) {
      const lines = state.orders.get(orderId)!.lineItemIds.map((id) => state.lineItems.get(id)!);
      expect(trial.lines.map(({ lineItemId, units }) => [lineItemId, units])).toEqual(
        lines.map(({ id, quantity }) => [id, quantity]),
      );
    }
  });

  it("know where Shopify shipped each unit from, and which were picked up", async () => {
    for (const { orderId, placed, trial } of await loadAll()) {
      const shipped = [...state.fulfillments.values()]
        .filter((one) => one.orderId === orderId)
        .flatMap(({ locationId, lines }) =>
          lines.map(({ lineItemId, quantity }) => [lineItemId, locationId, quantity].join(" ")),
        );
      const known = placed.map((row) => [row.lineItemId, row.locationId, row.units].join(" "));
      expect(known.sort()).toEqual(shipped.sort());
      const order = state.orders.get(orderId)!;
      expect(trial.deliveryMethod === "pickup").toBe(order.deliveryMethod === "pick_up");
      expect(trial.pickupLocationId).toBe(order.pickupLocationId);
    }
  });

  it("keep no name and no street", async () => {
    const rows = await inShop(shop, (tx) => tx.pastOrder.findMany());
    const text = JSON.stringify(rows.map(({ facts }) => facts));
    expect(text).toContain("shippingAddress");
    expect(text).not.toMatch(/Elm Street|Oak Avenue|Pine Road|Cedar Lane|Birch Way|@example\.com/);
  });

  it("are read on from where the last reading began: new ones come, cancelled ones go", async () => {
    const before = (await loadAll()).length;
    const lines = [{ sku: "MUG-WHITE", quantity: 1 }];
    const kept = placeOrder(state, { lines });
    const dropped = placeOrder(state, { lines });
    await refreshHistory(shop);
    await readHistory();
    expect((await loadAll()).length).toBe(before + 2);
    cancelOrder(state, { orderId: dropped.id, reason: "customer", restock: true });
    await refreshHistory(shop);
    await readHistory();
    const ids = (await loadAll()).map(({ orderId }) => orderId);
    expect(ids).toContain(kept.id);
    expect(ids).not.toContain(dropped.id);
    const { history } = await showReplays(shop, { page: 1 });
    expect(history).toMatchObject({ isReading: false, failure: "", fromFiles: 0 });
  });
});

const header =
  "Name,Created at,Shipping,Shipping Method,Lineitem quantity,Lineitem price,Lineitem sku,Shipping Zip,Shipping Country,Id,Accepts Marketing";
const file = (...lines: string[]) => new Blob([[header, ...lines].join("\r\n")]);
const first = "#9001,2026-10-02 09:30:00 -0400,6.90,Standard,2,14.00,MUG-WHITE,80202,US,,no";
const second = "#9001,,,,1,49.00,LMP-RED,,,,";

describe("past orders from a file", () => {
  it("are read with all their lines, placed by where other orders with that postal code went", async () => {
    const answer = await uploadOrders(shop, file(first, second));
    expect(answer).toMatchObject({ ok: true, message: "1 order was read.", notes: [] });
    const order = (await loadAll()).find(({ name }) => name === "#9001");
    expect(order?.placedAt).toBe("2026-10-02T13:30:00.000Z");
    expect(order?.trial.lines.map(({ units, unitPrice }) => [units, unitPrice])).toEqual([
      [2, "14.00"],
      [1, "49.00"],
    ]);
    expect(order?.placed).toEqual([]);
    const address = order?.trial.facts.shippingAddress;
    expect(address?.zip).toBe("80202");
  });

  it("say which SKUs nobody has, and leave those lines out", async () => {
    const strange = "#9002,2026-10-02 09:30:00 -0400,0,Standard,1,5.00,NO-SUCH-SKU,,,,";
    const answer = await uploadOrders(shop, file(strange, first));
    expect(answer).toMatchObject({
      ok: true,
      notes: ["Left out, because no item of yours has the SKU: NO-SUCH-SKU."],
    });
    expect((await loadAll()).some(({ name }) => name === "#9002")).toBe(false);
  });

  it("are refused whole, each problem with its line", async () => {
    const before = (await loadAll()).length;
    const bad = "#9003,yesterday,6.90,Standard,none,14.00,MUG-WHITE,80202,US,,no";
    const orphan = "#9004,,,,1,49.00,LMP-RED,,,,";
    const fresh = first.replace("#9001", "#9005");
    expect(await uploadOrders(shop, file(fresh, bad))).toMatchObject({
      ok: false,
      problemCount: 2,
      problems: [{ line: 3 }, { line: 3 }],
    });
    expect(await uploadOrders(shop, file(fresh, orphan))).toMatchObject({
      ok: false,
      problems: [{ line: 3, message: expect.stringContaining("#9004") as string }],
    });
    expect(await uploadOrders(shop, file(fresh, fresh))).toMatchObject({ ok: false });
    expect((await loadAll()).length).toBe(before);
  });

  it("never overrule what Shopify told, and are for managers only", async () => {
    const known = (await loadAll()).find(({ placed }) => placed.length > 0)!;
    const line = first.replace("#9001", known.name).replace("US,,no", `US,${known.orderId},no`);
    await uploadOrders(shop, file(line));
    const still = (await loadAll()).find(({ orderId }) => orderId === known.orderId);
    expect(still).toEqual(known);
    const clerk = { ...shop, actor: { role: "associate", name: "Ann" } as const };
    expect(await uploadOrders(clerk, file(first))).toMatchObject({ ok: false });
  });
});
