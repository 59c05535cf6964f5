import { expect, test } from "vitest";
import { refereeOrders } from "#bench/engine.ts";

const MOST_MS = 300_000;

test(
  "every plan is legal and equals HiGHS on every criterion (200 orders from seed 500)",
  { timeout: MOST_MS },
  async () => {
    const report = await refereeOrders(200, 500, 12);
    expect(report.differences).toEqual([]);
    expect(report.unproven).toBe(0);
    expect(report.splits).toBeGreaterThan(15);
  },
);
