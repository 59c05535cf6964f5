import { expect, test } from "vitest";
import { ledgerOf } from "#sandbox/ledger.ts";
import { testShop } from "./admin-client.ts";

const DAY_MS = 86_400_000;

test("a shop's past leaves its stock and its listeners as they were", () => {
  const { shop, events, clock } = testShop({ sample: { pastOrders: 300 } });
  const { shop: fresh } = testShop();
  const stockOf = (of: typeof shop) => ledgerOf(of).stock.map((row) => [row.sku, row.available]);
  expect(stockOf(shop)).toEqual(stockOf(fresh));
  expect(ledgerOf(shop).imbalances).toEqual([]);
  expect(events).toEqual([]);
  const ages = [...shop.orders.values()].map(
    ({ createdAt }) => (clock.now().getTime() - Date.parse(createdAt)) / DAY_MS,
  );
  expect(ages).toHaveLength(300);
  expect(Math.max(...ages)).toBeLessThan(60);
  expect(Math.min(...ages)).toBeGreaterThan(0);
});

test("past orders were shipped or cancelled, some of them split, from several channels", () => {
  const { shop } = testShop({ sample: { pastOrders: 300 } });
  const orders = [...shop.orders.values()];
  const open = orders.filter(
    ({ cancelledAt, fulfillmentOrderIds, fulfillmentIds }) =>
      cancelledAt === null && fulfillmentIds.length !== fulfillmentOrderIds.length,
  );
  expect(open).toEqual([]);
  expect(orders.some(({ cancelledAt }) => cancelledAt !== null)).toBe(true);
  expect(orders.some(({ fulfillmentIds }) => fulfillmentIds.length > 1)).toBe(true);
  expect(new Set(orders.map(({ sourceName }) => sourceName)).size).toBeGreaterThan(2);
  expect(orders.some(({ deliveryMethod }) => deliveryMethod === "pick_up")).toBe(true);
});

test("the same seed gives the same past", () => {
  const past = () =>
    [...testShop({ seed: 7, sample: { pastOrders: 40 } }).shop.orders.values()].map(
      ({ name, createdAt, tags, destination }) => [name, createdAt, tags, destination?.zip],
    );
  expect(past()).toEqual(past());
});
