import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { loader as show } from "#app/routes/app.settings._index.tsx";
import { action as save } from "#app/routes/app.settings.look-ahead.tsx";
import { updateLookAhead } from "#app/shops/update-look-ahead.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let count = 0;

beforeEach(async () => {
  shop = await installedShop(`settings-${(count += 1)}.myshopify.com`);
});

const look = async () => callRoute(show, await adminRequest(shop.shopId, "/app/settings"));
const send = async (json: unknown) =>
  callRoute(save, await adminRequest(shop.shopId, "/app/settings/look-ahead", { json }));

const wanted = {
  opportunityCost: true,
  replenishDays: "7",
  coolOffMinutes: "15",
  reconsiderUnaccepted: true,
  mostPlanChanges: "3",
  leastSaving: "2.5",
};

test("everything is off at first, and the page says so", async () => {
  expect((await look()).body).toMatchObject({
    settings: {
      ...{ opportunityCost: false, replenishDays: 14, coolOffMinutes: 0 },
      ...{ reconsiderUnaccepted: false, mostPlanChanges: 2, leastSaving: "1.00" },
    },
    costs: { reckonedAt: null, bySales: 0, byCover: 0 },
    waitingOrders: 0,
    changes: { count: 0, saved: "0" },
  });
});

describe("saving", () => {
  test("stores the settings, on record, and has the costs reckoned", async () => {
    const { seen } = (await look()).body;
    expect(await send({ ...wanted, seen })).toMatchObject({ status: 200, body: { ok: true } });
    expect((await look()).body.settings).toEqual({
      ...{ opportunityCost: true, replenishDays: 7, coolOffMinutes: 15 },
      ...{ reconsiderUnaccepted: true, mostPlanChanges: 3, leastSaving: "2.50" },
    });
    expect(await waitingJobs("refresh-opportunity-costs")).toContainEqual({ shopId: shop.shopId });
    const [entry] = await inShop(shop, (tx) => tx.auditEntry.findMany());
    expect(entry).toMatchObject({ action: "look_ahead_changed", detail: { coolOffMinutes: 15 } });
  });

  test("names the field that is wrong and stores nothing", async () => {
    const { seen } = (await look()).body;
    const answer = await send({ ...wanted, coolOffMinutes: "999", leastSaving: "-1", seen });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        ok: false,
        errors: {
          coolOffMinutes: "It can be 240 at most.",
          leastSaving: "Write an amount such as 1.20.",
        },
      },
    });
    expect((await look()).body.settings.coolOffMinutes).toBe(0);
  });

  test("refuses a page that shows older settings", async () => {
    const { seen } = (await look()).body;
    await send({ ...wanted, seen });
    const answer = await send({ ...wanted, replenishDays: "30", seen });
    expect(answer).toMatchObject({ status: 409, body: { ok: false } });
    expect((await look()).body.settings.replenishDays).toBe(7);
  });

  test("is not for the people of one store", async () => {
    const { settings, seen } = (await look()).body;
    const actor = { role: "store_manager", name: "Kim", locationId: "1" } as const;
    expect(await updateLookAhead({ ...shop, actor }, settings, seen)).toEqual({
      ok: false,
      because: "forbidden",
    });
  });
});
