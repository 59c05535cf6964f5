import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { action as takeBack } from "#app/routes/app.tasks.$taskId.take-back.tsx";
import { loader as list } from "#app/routes/app.tasks._index.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { as, boulder, denver, offer, shopWithOrder } from "#test/picking/offered-order.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let taskId: string;

beforeEach(async () => {
  shop = await shopWithOrder();
  taskId = await offer(shop);
});

const show = async (query = "", shopId = shop.shopId) =>
  (await callRoute(list, await adminRequest(shopId, `/app/tasks${query}`))).body;
const take = async (form: Record<string, string>, shopId = shop.shopId) =>
  callRoute(takeBack, await adminRequest(shopId, "/app/tasks/x/take-back", { form }), { taskId });

test("the list shows work to do by deadline, counted per view", async () => {
  await offer(shop, {
    decisionId: "d2",
    locationId: boulder,
    deadlineAt: new Date("2020-01-01T00:00:00Z"),
  });
  await acceptTask(as(shop, "Ana"), { taskId });
  const page = await show();
  expect(page.rows.map((row) => [row.locationName, row.status, row.acceptedBy])).toEqual([
    ["Boulder", "offered", ""],
    ["Denver", "accepted", "Ana"],
  ]);
  expect(page.rows[0]?.late).toBe(true);
  expect(page.counts).toMatchObject({ open: 2, offered: 1, accepted: 1, packed: 0, ended: 0 });
  expect(page.counts.late).toBeGreaterThanOrEqual(1);
});

test("filters live in the address; nonsense there counts as not given", async () => {
  expect((await show(`?location=${boulder}`)).rows).toEqual([]);
  expect((await show(`?location=${denver}&view=offered`)).total).toBe(1);
  expect((await show("?view=accepted")).rows).toEqual([]);
  const nonsense = await show("?view=everything&page=-3&location=");
  expect([nonsense.view, nonsense.page, nonsense.total]).toEqual(["open", 1, 1]);
});

test("another shop sees nothing of it", async () => {
  const stranger = await shopWithOrder();
  expect((await show("", stranger.shopId)).total).toBe(0);
  expect((await take({ reason: "mine now" }, stranger.shopId)).status).toBe(404);
});

test("taking back needs a reason, says what happened, and harms nothing when repeated", async () => {
  const empty = await take({ reason: "  " });
  expect(empty.status).toBe(422);
  expect(empty.body).toMatchObject({ ok: false, errors: { reason: expect.any(String) } });
  expect((await show()).rows[0]?.status).toBe("offered");

  expect((await take({ reason: "short-staffed" })).body).toMatchObject({ ok: true });
  const ended = await show("?view=ended");
  expect(ended.rows[0]).toMatchObject({
    status: "recalled",
    endedReason: "Taken back by Maria Lopez: short-staffed",
  });
  expect((await take({ reason: "short-staffed" })).status).toBe(200);
  expect(await inShop(shop, (tx) => tx.exclusion.count())).toBe(1);
});

test("taking back what is finished is refused as out of date", async () => {
  await inShop(shop, (tx) =>
    tx.pickTask.updateMany({ data: { status: "completed", endedAt: new Date() } }),
  );
  const answer = await take({ reason: "too late" });
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ ok: false, message: expect.any(String) });
});
