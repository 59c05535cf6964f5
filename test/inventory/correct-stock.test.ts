import "#test/setup/database.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { StockCorrection } from "#app/inventory/correct-stock.server.ts";
import { correctStock } from "#app/inventory/correct-stock.server.ts";
import { onHand } from "#sandbox/inventory/level.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { moveAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { SandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

const sku = "SCK-M";
let world: SandboxedShop;
beforeAll(async () => {
  world = await openSandboxedShop();
});
afterEach(() => world.sandbox.faults.clear());

let keys = 0;

/** An order of 2 at a location with 10 on hand: available 8, committed 2. */
function orderedHere() {
  const { state } = world;
  for (const locationId of state.locations.keys()) {
    setStock(state, { sku, locationId, available: 10 });
  }
  const order = placeOrder(state, { lines: [{ sku, quantity: 2 }] });
  const fulfillmentOrder = state.fulfillmentOrders.get(order.fulfillmentOrderIds[0] ?? "");
  const locationId = fulfillmentOrder?.locationId ?? "";
  const inventoryItemId = state.variantsBySku.get(sku)?.inventoryItemId ?? "";
  const level = setStock(state, { sku, locationId, available: 8 });
  keys += 1;
  const correct = (effect: StockCorrection["effect"], keptUnits = 0) =>
    correctStock(world.shop, {
      inventoryItemId,
      locationId,
      orderId: order.id,
      keptUnits,
      units: 2,
      effect,
      key: `stock:task-${keys}:line`,
    });
  const moveAway = () => {
    const elsewhere = [...state.locations.keys()].find((id) => id !== locationId) ?? "";
    moveAsStaff(state, { id: fulfillmentOrder?.id ?? "", newLocationId: elsewhere });
  };
  const onHandBefore = onHand(level);
  const lost = () => onHandBefore - onHand(level);
  const mirrored = () =>
    inShop(world.shop, (tx) => tx.stockLevel.findFirst({ where: { inventoryItemId, locationId } }));
  return { level, correct, moveAway, lost, mirrored };
}

describe("a rejection's stock effect", () => {
  it("takes missing units off, once however often it is sent", async () => {
    const { level, correct, moveAway, lost, mirrored } = orderedHere();
    expect(await correct("minus_quantity")).toEqual({ ok: true });
    expect(await correct("minus_quantity")).toEqual({ ok: true });
    expect([level.units.available, lost()]).toEqual([6, 2]);
    expect(await mirrored()).toMatchObject({ available: 6 });
    moveAway();
    expect(level.units.available).toBe(8);
  });

  it("empties the shelf, counting the units the order still holds there", async () => {
    const { level, correct, moveAway } = orderedHere();
    expect(await correct("zero")).toEqual({ ok: true });
    expect(level.units.available).toBe(-2);
    moveAway();
    expect(level.units.available).toBe(0);
    expect(await correct("zero")).toEqual({ ok: true });
    expect(level.units.available).toBe(0);
  });

  it("empties the shelf but for what the order still gets from it", async () => {
    const { level, correct } = orderedHere();
    await correct("zero", 1);
    expect(level.units.available).toBe(-1);
    expect(level.units.committed).toBe(2);
  });

  it("empties the shelf as well when the order has moved before", async () => {
    const { level, correct, moveAway } = orderedHere();
    moveAway();
    await correct("zero");
    expect(level.units.available).toBe(0);
  });

  it("sets broken units apart and keeps them on hand", async () => {
    const { level, correct, lost } = orderedHere();
    const damaged = level.units.damaged;
    expect(await correct("damaged")).toEqual({ ok: true });
    expect(await correct("damaged")).toEqual({ ok: true });
    expect([level.units.available, level.units.damaged - damaged, lost()]).toEqual([6, 2, 0]);
  });

  it.each(["minus_quantity", "zero", "damaged"] as const)(
    "happens once when the answer to %s is lost and the job runs again",
    async (effect) => {
      const calm = orderedHere();
      await calm.correct(effect);
      const expected = calm.level.units.available;
      const { level, correct } = orderedHere();
      const operation =
        effect === "damaged" ? "inventoryMoveQuantities" : "inventoryAdjustQuantities";
      world.sandbox.faults.set({ api: [{ kind: "timeout-after-commit", operation, next: 1 }] });
      await expect(correct(effect)).rejects.toMatchObject({ outcomeUnknown: true });
      expect(await correct(effect)).toEqual({ ok: true });
      expect(level.units.available).toBe(expected);
    },
  );
});
