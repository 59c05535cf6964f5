import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { loader as showPilot } from "#app/routes/app.rules.pilots.$pilotId._index.tsx";
import { action as endPilot } from "#app/routes/app.rules.pilots.$pilotId.end.tsx";
import { action as promotePilot } from "#app/routes/app.rules.pilots.$pilotId.promote.tsx";
import { loader as listPilots } from "#app/routes/app.rules.pilots._index.tsx";
import { action as startPilot } from "#app/routes/app.rules.pilots.start.tsx";
import { loader as showShadow } from "#app/routes/app.rules.shadow.$shadowId._index.tsx";
import { action as stopShadow } from "#app/routes/app.rules.shadow.$shadowId.stop.tsx";
import { loader as listShadows } from "#app/routes/app.rules.shadow._index.tsx";
import { action as startShadow } from "#app/routes/app.rules.shadow.start.tsx";
import { installDefaultRules } from "#app/rules/install-default-rules.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop } from "#test/builders/shop.ts";
import { beginDraft, onlyFrom } from "#test/insights/begin-draft.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let draftId: string;
let count = 0;

beforeEach(async () => {
  shop = await installedShop(`trials-${(count += 1)}.myshopify.com`);
  await inShop(shop, (tx) => installDefaultRules(tx, shop));
  draftId = await beginDraft(shop, onlyFrom("warehouse"));
});

const lastPart = (path: string) => path.split("/").at(-1)!;
const get = (path = "/app/rules") => adminRequest(shop.shopId, path);
const post = (form: Record<string, string>) => adminRequest(shop.shopId, "/app/rules", { form });

const pilotForm = {
  ...{ sharePercent: "20", endsOn: "2099-12-24", measure: "cost" },
  ...{ stopAbovePercent: "15", stopAfterOrders: "20", countryCodes: "us, ca", provinceCodes: "" },
  ...{ postalPrefixes: "", productTypes: "", itemTags: "", collections: "", storeIds: "" },
};

describe("pilots", () => {
  const begin = async () =>
    lastPart((await callRoute(startPilot, await post({ ...pilotForm, draftId }))).location);

  test("start with a form, show their report, and end with a reason", async () => {
    const pilotId = await begin();
    const { body } = await callRoute(showPilot, await get(), { pilotId });
    expect(body).toMatchObject({
      scope: "Orders going to US or CA",
      head: { status: "running", startedBy: "Maria Lopez", sharePercent: 20 },
      measures: [{ verdict: "too_few" }, {}, {}, {}],
    });
    const list = (await callRoute(listPilots, await get())).body;
    expect(list).toMatchObject({ isRunning: true, pilots: [{ pilotId }] });
    const noReason = await callRoute(endPilot, await post({ reason: " " }), { pilotId });
    expect(noReason).toMatchObject({
      status: 422,
      body: { errors: { reason: expect.any(String) } },
    });
    const form = { reason: "seen enough" };
    expect((await callRoute(endPilot, await post(form), { pilotId })).status).toBe(200);
    expect((await callRoute(endPilot, await post(form), { pilotId })).status).toBe(409);
  });

  test("say at each field what is wrong with it", async () => {
    const bad = { ...pilotForm, draftId, sharePercent: "100", endsOn: "soon", stopAfterOrders: "" };
    const { status, body } = await callRoute(startPilot, await post(bad));
    expect(status).toBe(422);
    expect(body).toEqual({
      ok: false,
      errors: {
        endsOn: "Choose the last day",
        sharePercent: "Enter a whole number from 1 to 99",
        stopAfterOrders: "Enter a whole number from 1 to 10000",
      },
    });
    const past = await callRoute(
      startPilot,
      await post({ ...pilotForm, draftId, endsOn: "2020-01-01" }),
    );
    expect(past).toMatchObject({ status: 422, body: { errors: { endsOn: expect.any(String) } } });
  });

  test("are promoted once, over the version the person saw", async () => {
    const pilotId = await begin();
    const stale = await callRoute(promotePilot, await post({ liveVersion: "7" }), { pilotId });
    expect(stale.status).toBe(409);
    const done = await callRoute(promotePilot, await post({ liveVersion: "1" }), { pilotId });
    expect(done).toMatchObject({ status: 200, body: { ok: true } });
    const { body } = await callRoute(showPilot, await get(), { pilotId });
    expect(body).toMatchObject({ head: { status: "promoted" }, liveVersion: 2 });
  });

  test("of another shop are not found", async () => {
    const pilotId = await begin();
    shop = await installedShop(`trials-stranger-${count}.myshopify.com`);
    const form = { reason: "not mine" };
    expect((await callRoute(showPilot, await get(), { pilotId })).status).toBe(404);
    expect((await callRoute(endPilot, await post(form), { pilotId })).status).toBe(404);
    expect(
      (await callRoute(promotePilot, await post({ liveVersion: "1" }), { pilotId })).status,
    ).toBe(404);
    expect((await callRoute(startPilot, await post({ ...pilotForm, draftId }))).status).toBe(404);
  });
});

describe("shadow runs", () => {
  test("start from a draft, show an empty report, stop once", async () => {
    expect((await callRoute(listShadows, await get())).body).toMatchObject({
      drafts: [{ value: draftId }],
      runs: [],
    });
    const started = await callRoute(startShadow, await post({ draftId }));
    const shadowId = lastPart(started.location);
    expect(started.status).toBe(302);
    expect((await callRoute(startShadow, await post({ draftId }))).status).toBe(409);
    const { body } = await callRoute(showShadow, await get("/app/rules/x?page=none"), { shadowId });
    expect(body).toMatchObject({ head: { orders: 0, differing: 0 }, orders: [], page: 1 });
    expect((await callRoute(stopShadow, await post({}), { shadowId })).status).toBe(200);
    expect((await callRoute(stopShadow, await post({}), { shadowId })).status).toBe(409);
  });

  test("of another shop, or of a draft that is gone, are not found", async () => {
    const started = await callRoute(startShadow, await post({ draftId }));
    const shadowId = lastPart(started.location);
    shop = await installedShop(`trials-elsewhere-${count}.myshopify.com`);
    expect((await callRoute(showShadow, await get(), { shadowId })).status).toBe(404);
    expect((await callRoute(stopShadow, await post({}), { shadowId })).status).toBe(404);
    expect((await callRoute(startShadow, await post({ draftId }))).status).toBe(404);
    expect((await callRoute(startShadow, await post({}))).status).toBe(400);
  });
});
