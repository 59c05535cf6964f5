import "#test/setup/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { OverrideTask } from "#app/insights/overrides/judge-outcome.ts";
import { judgeOutcome } from "#app/insights/overrides/judge-outcome.ts";
import { showOverrides } from "#app/insights/overrides/show-overrides.server.ts";
import { sendToLocation } from "#app/orders/send-to-location.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RoutedShop } from "#test/orders/routed-shop.ts";
import { openRoutedShop } from "#test/orders/routed-shop.ts";
import { shopContext } from "#test/builders/shop.ts";

describe("a person's choice beside the engine's", () => {
  let world: RoutedShop;
  let maria: ShopContext;
  beforeAll(async () => {
    world = await openRoutedShop();
    maria = { ...world.shop, actor: { role: "manager", name: "Maria" } };
  });

  async function override(sku: string, to: string): Promise<string> {
    await world.stock({ [sku]: { "Denver Store": 5, "New York Store": 5 } });
    const orderId = world.buy({ lines: [{ sku, quantity: 1 }] });
    await world.mirror();
    await world.hear(orderId);
    await sendToLocation(maria, orderId, world.locations[to]!, "the customer asked");
    await world.settle();
    return orderId;
  }

  it("is compared with what the engine would have done at that moment", async () => {
    expect(await showOverrides(maria, { page: 1 })).toMatchObject({
      totals: { overrides: 0 },
      overrides: [],
    });
    const orderId = await override("FLC-M", "New York Store");
    const { totals, overrides } = await showOverrides(maria, { page: 1 });
    expect(overrides).toHaveLength(1);
    expect(overrides[0]).toMatchObject({
      ...{ orderId, actor: "Maria", reason: "the customer asked", outcome: "under_way" },
      chosen: expect.stringContaining("1 from New York Store") as string,
      engines: expect.stringContaining("1 from Denver Store") as string,
    });
    expect(Number(overrides[0]!.costDifference)).toBeGreaterThan(0);
    expect(overrides[0]!.daysDifference).toBeGreaterThan(0);
    expect(totals).toMatchObject({ overrides: 1, compared: 1, same: 0, rejected: 0, late: 0 });
    expect(totals.costDifference).toBe(overrides[0]!.costDifference);
  });

  it("is no business of another shop", async () => {
    const stranger = shopContext("stranger.myshopify.com");
    expect((await showOverrides(stranger, { page: 1 })).overrides).toEqual([]);
  });
});

describe("what became of it", () => {
  const due = new Date("2026-11-21T15:00:00Z");
  const task = (status: string, packedAt: string | null = null): OverrideTask => ({
    ...{ status, deadlineAt: due, endedAt: null },
    packedAt: packedAt === null ? null : new Date(packedAt),
  });
  it.each([
    ["under_way", [], false],
    ["replaced", [], true],
    ["under_way", [task("offered")], false],
    ["replaced", [task("recalled")], true],
    ["shipped", [task("completed", "2026-11-21T15:00:00Z")], false],
    ["shipped_late", [task("completed", "2026-11-21T15:00:01Z")], false],
    ["rejected", [task("completed", "2026-11-21T14:00:00Z"), task("rejected")], true],
    ["rejected", [task("expired")], true],
  ] as const)("is %s (case %#)", (outcome, tasks, isSuperseded) => {
    expect(judgeOutcome(tasks, isSuperseded)).toBe(outcome);
  });
});
