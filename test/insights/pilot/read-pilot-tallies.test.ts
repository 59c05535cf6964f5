import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { readPilotTallies } from "#app/insights/pilot/read-pilot-tallies.server.ts";
import type { Arm } from "#app/rules/pilot/running-pilot.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder } from "#test/builders/decided-order.ts";
import { installedShop, testNow } from "#test/builders/shop.ts";

const DAY = 24 * 3_600_000;
const pilotId = "p1";
let shop: ShopContext;

interface Story {
  readonly arm: Arm;
  /** Days from placing to hand-over; null while the store still works on it. */
  readonly handedOverAfter: number | null;
  readonly status?: string;
  readonly rejected?: boolean;
  readonly cancelled?: boolean;
}

// Plans take 2 days and the promise is 3: a hand-over on the first or second day keeps it.
const stories: readonly Story[] = [
  { arm: "control", handedOverAfter: 0.5 },
  { arm: "control", handedOverAfter: 1.5 },
  { arm: "control", handedOverAfter: 2.5 },
  { arm: "control", handedOverAfter: 0.5, cancelled: true },
  { arm: "treatment", handedOverAfter: 0.5, rejected: true },
  { arm: "treatment", handedOverAfter: null, status: "accepted" },
  { arm: "treatment", handedOverAfter: null, status: "offered" },
];

beforeAll(async () => {
  shop = await installedShop("tallies.myshopify.com");
  for (const [at, story] of stories.entries()) await tell(`20${at}`, story);
  await storeDecidedOrder(shop, "299", { stock: [["1", "A", 9]], lines: [["A", 1]] });
});

async function tell(orderId: string, story: Story): Promise<void> {
  const { shopId } = shop;
  const world = { stock: [["1", "A", 9]], lines: [["A", 1]] } as const;
  const change = story.cancelled ? { cancelledAt: testNow } : {};
  const { decisionId } = await storeDecidedOrder(shop, orderId, world, change);
  const { handedOverAfter, status = "completed", arm } = story;
  await inShop(shop, async (tx) => {
    await tx.decision.updateMany({ where: { decisionId }, data: { pilotId, arm } });
    const endedAt =
      handedOverAfter === null ? null : new Date(testNow.getTime() + handedOverAfter * DAY);
    await tx.pickTask.create({
      data: {
        ...{ shopId, taskId: `t${orderId}`, orderId, decisionId, locationId: "1", status, endedAt },
        ...{ orderName: `#${orderId}`, units: 1, deadlineAt: testNow, createdAt: testNow },
      },
    });
    if (!story.rejected) return;
    await tx.rejection.create({
      data: {
        ...{ shopId, taskId: `t${orderId}`, orderId, locationId: "1", lineItemId: "1" },
        ...{ inventoryItemId: "i-A", units: 1, reasonCode: "x", actor: "Ana", at: testNow },
      },
    });
  });
}

test("each arm's orders are counted by what became of them; others and cancelled ones are not", async () => {
  const { control, treatment } = await inShop(shop, (tx) => readPilotTallies(tx, shop, pilotId));
  expect(control).toMatchObject({
    orders: 3,
    cost: { count: 3 },
    split: { count: 3, hits: 0 },
    rejected: { count: 3, hits: 0 },
    onTime: { count: 3, hits: 2 },
  });
  expect(control.cost.mean).toBeCloseTo(6.75, 4);
  expect(treatment).toMatchObject({
    orders: 3,
    rejected: { count: 2, hits: 1 },
    onTime: { count: 1, hits: 1 },
  });
});

test("a pilot without orders has nothing", async () => {
  const none = await inShop(shop, (tx) => readPilotTallies(tx, shop, "p2"));
  expect([none.control.orders, none.treatment.orders]).toEqual([0, 0]);
});
