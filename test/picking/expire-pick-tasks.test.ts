import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { expirePickTasks } from "#app/picking/expire-pick-tasks.server.ts";
import { packTask } from "#app/picking/pack-task.server.ts";
import { resolveException } from "#app/exceptions/resolve-exception.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { as, at, denver, facts, offer, shopWithOrder } from "./offered-order.ts";

let shop: ShopContext;

beforeEach(async () => {
  shop = await shopWithOrder();
});

const sweepAt = (instant: string) =>
  expirePickTasks({ shopId: shop.shopId }, at(shop, instant).clock);
const beforeDeadline = "2026-11-21T15:59:59Z";
const afterDeadline = "2026-11-21T16:00:00Z";

test("an offer nobody accepts is taken back at its deadline and its order routed again, once", async () => {
  await offer(shop);
  const before = await facts(shop);
  await sweepAt(beforeDeadline);
  expect(await facts(shop)).toEqual(before);
  await sweepAt(afterDeadline);
  const after = await facts(shop);
  expect(after.tasks[0]).toMatchObject({ status: "expired", endedReason: "Not accepted in time" });
  expect(after.order).toMatchObject({ dirtyReason: "not accepted in time by Denver", reroutes: 1 });
  expect(after.exclusions).toMatchObject([{ orderId: "1001", locationId: denver }]);
  await sweepAt(afterDeadline);
  expect(await facts(shop)).toEqual(after);
});

test("a late pickup stays at the store; a person hears of it once, until somebody accepts", async () => {
  const taskId = await offer(shop, { deliveryMethod: "pickup" });
  await sweepAt(afterDeadline);
  const { tasks, order, exceptions } = await facts(shop);
  expect(tasks[0]?.status).toBe("offered");
  expect(order).toMatchObject({ dirtyAt: null, reroutes: 0 });
  expect(exceptions).toMatchObject([{ queue: "not_accepted_in_time", status: "open" }]);
  await acceptTask(as(shop, "Ana"), { taskId });
  expect((await facts(shop)).exceptions).toMatchObject([{ status: "resolved" }]);
});

test("an order that travelled too often stays where it is and a person hears of it", async () => {
  await offer(shop);
  await inShop(shop, (tx) => tx.order.updateMany({ data: { reroutes: 3 } }));
  await sweepAt(afterDeadline);
  const { tasks, exceptions } = await facts(shop);
  expect(tasks[0]?.status).toBe("offered");
  expect(exceptions).toMatchObject([{ queue: "not_accepted_in_time" }]);
});

test("an accepted task is never taken away; after the shop's patience a person hears of it", async () => {
  const taskId = await offer(shop);
  const ana = as(at(shop, "2026-11-21T15:50:00Z"), "Ana");
  await acceptTask(ana, { taskId });
  await sweepAt("2026-11-21T16:49:00Z");
  expect((await facts(shop)).exceptions).toEqual([]);
  await sweepAt("2026-11-21T16:50:00Z");
  const { tasks, exceptions } = await facts(shop);
  expect(tasks[0]?.status).toBe("accepted");
  expect(exceptions).toMatchObject([{ queue: "late_pick", locationId: denver }]);
  await packTask(ana, { taskId });
  expect((await facts(shop)).exceptions).toMatchObject([{ status: "resolved" }]);
});

test("what a person has closed is not raised again a minute later", async () => {
  await offer(shop, { deliveryMethod: "pickup" });
  await sweepAt(afterDeadline);
  const [raised] = (await facts(shop)).exceptions;
  const maya = as(shop, "Maya", "manager");
  await resolveException(maya, raised?.exceptionId ?? "", "They know");
  await sweepAt("2026-11-21T16:01:00Z");
  expect((await facts(shop)).exceptions).toMatchObject([{ status: "resolved", note: "They know" }]);
});

test("a sweep racing 10 people who accept ends in one of the two, never both", async () => {
  const taskId = await offer(shop);
  const late = at(shop, afterDeadline);
  const accepts = Array.from({ length: 10 }, (_, index) =>
    acceptTask(as(late, `Associate ${index}`), { taskId }),
  );
  const [outcomes] = await Promise.all([Promise.all(accepts), sweepAt(afterDeadline)]);
  const won = outcomes.filter((outcome) => outcome.ok).length;
  const { tasks, order } = await facts(shop);
  expect(tasks[0]?.status).toBe(won === 1 ? "accepted" : "expired");
  expect(order.reroutes).toBe(won === 1 ? 0 : 1);
});
