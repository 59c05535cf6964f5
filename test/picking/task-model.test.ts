import "#test/setup/database.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { completeTask } from "#app/picking/complete-task.server.ts";
import { expirePickTasks } from "#app/picking/expire-pick-tasks.server.ts";
import { packTask } from "#app/picking/pack-task.server.ts";
import { recallTasks } from "#app/picking/recall-tasks.server.ts";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import { releaseTask } from "#app/picking/release-task.server.ts";
import { isLive } from "#app/picking/task-status.ts";
import type { TaskStatus } from "#app/picking/task-status.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { as, at, facts, offer, shopWithOrder } from "./offered-order.ts";

const seed = 20261123;

const acts = [
  "accept",
  "takeOver",
  "release",
  "pack",
  "complete",
  "reject",
  "recall",
  "sweep",
] as const;

const step = fc.record({
  act: fc.constantFrom(...acts),
  who: fc.constantFrom("Ana", "Ben"),
  line: fc.constantFrom("501", "502"),
  units: fc.integer({ min: 1, max: 2 }),
  /** Few ids, so that presses repeat. */
  press: fc.constantFrom("p1", "p2", "p3"),
  /** Runs at the same time as the step before it. */
  isRacing: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(shop: ShopContext, taskId: string, one: Step): Promise<unknown> {
  const who = as(shop, one.who);
  switch (one.act) {
    case "accept":
      return acceptTask(who, { taskId });
    case "takeOver":
      return acceptTask(who, { taskId, takeOver: true });
    case "release":
      return releaseTask(who, { taskId });
    case "pack":
      return packTask(who, { taskId });
    case "complete":
      return completeTask(who, { taskId });
    case "reject": {
      const lines = [{ lineItemId: one.line, units: one.units }];
      const clientActionId = `${one.press}-${one.line}-${one.units}`;
      return rejectTask(who, { taskId, clientActionId, reasonCode: "too_few", lines });
    }
    case "recall":
      return inShop(shop, (tx) => recallTasks(tx, shop, "1001", [], "a new plan"));
    case "sweep":
      return expirePickTasks({ shopId: shop.shopId }, at(shop, "2026-11-21T17:00:00Z").clock);
  }
}

type Facts = Awaited<ReturnType<typeof facts>>;

/** What must hold after whatever happened. */
function checkInvariants(now: Facts): void {
  const task = now.tasks[0]!;
  const ordered = new Map([
    ["501", 2],
    ["502", 1],
  ]);
  for (const line of task.lines) {
    expect(line.units).toBeGreaterThanOrEqual(0);
    expect(line.units + line.rejectedUnits).toBe(ordered.get(line.lineItemId));
    const rejection = now.rejections.find((row) => row.lineItemId === line.lineItemId);
    expect(rejection?.units ?? 0).toBe(line.rejectedUnits);
  }
  expect(task.units).toBe(task.lines.reduce((sum, line) => sum + line.units, 0));
  expect(task.endedAt !== null).toBe(!isLive(task.status as TaskStatus));
  expect(task.status === "rejected").toBe(task.units === 0);
  const count = (kind: string) => now.intents.filter((intent) => intent.kind === kind).length;
  const told = (kind: string) => now.events.filter((event) => event.kind === kind).length;
  expect(count("fulfil")).toBe(task.status === "completed" ? 1 : 0);
  expect(count("correct_stock")).toBe(told("task_rejected"));
  expect(count("report_progress")).toBeLessThanOrEqual(task.claim);
  expect(now.exclusions.filter((row) => row.orderId !== null).length).toBeLessThanOrEqual(1);
  const reroutes = told("task_rejected") + (task.status === "expired" ? 1 : 0);
  const asked = now.exceptions.filter((row) => row.queue === "rejected_too_often").length;
  expect(now.order.reroutes).toBe(Math.min(reroutes, 3));
  expect(asked).toBe(reroutes > 3 ? 1 : 0);
}

test("whatever two people and the clock do, in whatever order and at once, the books balance", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const shop = await shopWithOrder();
      const taskId = await offer(shop);
      let ended: Facts | undefined;
      for (const batch of groupRacing(steps)) {
        await Promise.all(batch.map((one) => take(shop, taskId, one)));
        const now = await facts(shop);
        checkInvariants(now);
        if (ended) expect(now.tasks).toEqual(ended.tasks);
        if (!isLive(now.tasks[0]?.status as TaskStatus)) ended ??= now;
      }
    }),
    { seed, numRuns: 40, endOnFailure: true },
  );
});

function groupRacing(steps: readonly Step[]): Step[][] {
  const batches: Step[][] = [];
  for (const one of steps) {
    const last = batches.at(-1);
    if (one.isRacing && last) last.push(one);
    else batches.push([one]);
  }
  return batches;
}
