import "#test/setup/database.ts";
import { expect, it } from "vitest";
import { listPriceVariants } from "#app/insights/price/list-price-variants.ts";
import { measureRulePrices } from "#app/insights/price/measure-rule-prices.ts";
import { showPrices } from "#app/insights/price/show-prices.server.ts";
import { startPriceRun } from "#app/insights/price/start-price-run.server.ts";
import type { PlanSummary } from "#app/insights/replay/plan-summary.ts";
import { replayRules } from "#app/insights/replay/replay-rules.server.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { drainJobs } from "#test/builders/job-queue.ts";
import { openShopWithAPast } from "../history/shop-with-a-past.ts";

function plan(from: string, cost: string, days: number): PlanSummary {
  return {
    ...{ outcome: "planned", cost, deliveryDays: days, isLate: false, unfilledUnits: 0 },
    ...{ margin: "1.0000", parcels: [{ locationId: from, lines: [{ lineId: "1", quantity: 1 }] }] },
  };
}

const unfillable: PlanSummary = {
  ...{ outcome: "unfillable", cost: null, deliveryDays: null, isLate: null, unfilledUnits: 1 },
  ...{ margin: null, parcels: [] },
};

it("a rule's price is the difference on orders that ship with and without it", () => {
  const outcome = (orderId: string, plans: PlanSummary[]) => ({
    orderId,
    orderName: orderId,
    plans,
  });
  const prices = measureRulePrices(
    [
      outcome("a", [plan("1", "9.0000", 4), plan("1", "9.0000", 4), plan("2", "6.5000", 2)]),
      outcome("b", [plan("1", "5.0000", 1), plan("1", "5.0000", 1), plan("1", "5.0000", 1)]),
      outcome("c", [unfillable, unfillable, plan("2", "7.0000", 3)]),
    ],
    3,
  );
  expect(prices).toEqual({
    orders: 3,
    rules: [
      { variant: 2, affected: 2, shared: 2, cost: "2.5000", parcels: 0, days: 2, exceptions: 1 },
      { variant: 1, affected: 0, shared: 2, cost: "0.0000", parcels: 0, days: 0, exceptions: 0 },
    ],
  });
});

it("each guardrail and each lane is left out once; a single lane stays", () => {
  const { guardrails, lanes } = defaultRuleset;
  const variants = listPriceVariants(defaultRuleset);
  expect(variants).toHaveLength(1 + guardrails.length + lanes.length);
  const single = { ...defaultRuleset, lanes: lanes.slice(-1) };
  expect(listPriceVariants(single)).toHaveLength(1 + guardrails.length);
});

it("today's rules are priced on the last orders, in the background, in plain words", async () => {
  const { shop } = await openShopWithAPast(120);
  const clerk = { ...shop, actor: { role: "associate", name: "Ann" } as const };
  expect(await startPriceRun(clerk, 100)).toEqual({ ok: false, because: "forbidden" });
  expect(await showPrices(shop)).toMatchObject({ latest: null, prices: null });
  expect(await startPriceRun(shop, 100)).toEqual({ ok: true });
  expect((await showPrices(shop)).latest).toMatchObject({ status: "waiting" });
  await drainJobs({ "replay-rules": ([payload]) => replayRules(payload!) });
  const { prices } = await showPrices(shop);
  expect(prices?.orders).toBe(100);
  const variants = listPriceVariants(defaultRuleset);
  expect(prices?.rules).toHaveLength(variants.length - 1);
  const costs = prices!.rules.map(({ cost }) => Number(cost));
  expect(costs).toEqual([...costs].sort((a, b) => b - a));
  // Fragile goods only from warehouses: stores next door would be cheaper.
  const delicate = prices!.rules.find(({ sentence }) => sentence.includes("fragile"));
  expect(delicate?.kind).toBe("guardrail");
  expect(delicate?.affected).toBeGreaterThan(0);
}, 60_000);
