import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { returnPoints, takePoints } from "#app/shopify/pace-calls.server.ts";
import type { ThrottleStatus } from "#app/shopify/points-budget.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

/** Shopify's bucket: admits by requested cost, charges actual cost, refills continuously. */
function bucket(maximum: number, restoreRate: number) {
  let available = maximum;
  let seenAt = performance.now();
  const refill = () => {
    const now = performance.now();
    available = Math.min(maximum, available + ((now - seenAt) / 1000) * restoreRate);
    seenAt = now;
  };
  const state = { spent: 0, refused: 0, lowest: maximum };
  const status = (): ThrottleStatus => ({
    maximumAvailable: maximum,
    currentlyAvailable: Math.floor(available),
    restoreRate,
  });
  const call = (requested: number, actual: number): ThrottleStatus => {
    refill();
    if (available < requested) state.refused += 1;
    else {
      available -= actual;
      state.spent += actual;
      state.lowest = Math.min(state.lowest, available);
    }
    return status();
  };
  return { state, call };
}

const latencyMs = 80;

/** Calls without pause, as a worker under load does; a refusal by our own pacer sleeps as a job would. */
async function callForever(
  shopId: string,
  server: ReturnType<typeof bucket>,
  costs: { requested: number; actual: number },
  until: number,
) {
  while (performance.now() < until) {
    try {
      await takePoints(shopId, costs.requested);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      continue;
    }
    const status = server.call(costs.requested, costs.actual);
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    returnPoints(shopId, costs.requested, status);
  }
}

describe("pacing a shop's calls", () => {
  it.each([
    { plan: "Standard", maximum: 2000, rate: 100, callers: 4, requested: 15, actual: 12 },
    {
      plan: "Standard, big reads",
      maximum: 2000,
      rate: 100,
      callers: 16,
      requested: 751,
      actual: 156,
    },
    { plan: "Plus", maximum: 20000, rate: 1000, callers: 64, requested: 15, actual: 11 },
  ])("uses 90 % of what $plan restores and is never refused", async (shop) => {
    const server = bucket(shop.maximum, shop.rate);
    const seconds = 300;
    const until = performance.now() + seconds * 1000;
    const load = Array.from({ length: shop.callers }, () =>
      callForever(`${shop.plan}.myshopify.com`, server, shop, until),
    );
    await vi.advanceTimersByTimeAsync(seconds * 1000 + 20_000);
    await Promise.all(load);
    expect(server.state.refused).toBe(0);
    expect(server.state.spent).toBeGreaterThanOrEqual(0.9 * shop.rate * seconds);
    expect(server.state.spent).toBeLessThanOrEqual(shop.rate * (seconds + 20) + shop.maximum);
  });

  it("keeps a fifth of the bucket for people, who go first", async () => {
    const shopId = "people.myshopify.com";
    const server = bucket(2000, 100);
    const until = performance.now() + 30_000;
    const load = Array.from({ length: 16 }, () =>
      callForever(shopId, server, { requested: 100, actual: 100 }, until),
    );
    await vi.advanceTimersByTimeAsync(25_000);
    expect(server.state.lowest).toBeGreaterThanOrEqual(400);
    let admitted = false;
    const person = takePoints(shopId, 300, { interactive: true }).then(() => (admitted = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(admitted).toBe(true);
    returnPoints(shopId, 300, null);
    await vi.advanceTimersByTimeAsync(30_000);
    await Promise.all([...load, person]);
  });

  it("sends a call away at once when its turn is more than 10 s off, saying when to return", async () => {
    const shopId = "spent.myshopify.com";
    returnPoints(shopId, 0, { maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 });
    await expect(takePoints(shopId, 1000)).rejects.toMatchObject({
      code: "budget_spent",
      retry: "later",
      retryAfterSeconds: 14,
    });
    const person = takePoints(shopId, 1000, { interactive: true }).then(() => "went after 10 s");
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(person).resolves.toBe("went after 10 s");
  });
});
