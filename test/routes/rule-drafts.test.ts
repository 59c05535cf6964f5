import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { action as approve } from "#app/routes/app.rules.drafts.$draftId.approve.tsx";
import { loader as showDraft } from "#app/routes/app.rules.drafts.$draftId._index.tsx";
import { action as publish } from "#app/routes/app.rules.drafts.$draftId.publish.tsx";
import { action as save } from "#app/routes/app.rules.drafts.$draftId.save.tsx";
import { action as schedule } from "#app/routes/app.rules.drafts.$draftId.schedule.tsx";
import { action as submit } from "#app/routes/app.rules.drafts.$draftId.submit.tsx";
import { action as begin } from "#app/routes/app.rules.drafts.begin.tsx";
import { action as askFacts } from "#app/routes/app.rules.facts.tsx";
import { action as setApproval } from "#app/routes/app.rules.approval.tsx";
import { action as rollBack } from "#app/routes/app.rules.versions.$version.roll-back.tsx";
import { loader as showVersion } from "#app/routes/app.rules.versions.$version._index.tsx";
import { loader as listVersions } from "#app/routes/app.rules.versions._index.tsx";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { publishRules } from "#app/rules/publish-rules.server.ts";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let draftId: string;
let count = 0;

beforeEach(async () => {
  shop = await installedShop(`rule-drafts-${(count += 1)}.myshopify.com`);
  await inShop(shop, (tx) =>
    publishRules(tx, shop, { version: 1, ruleset: defaultRuleset, disabled: [], comment: "" }),
  );
  const begun = await postJson(begin, { name: "Changes" });
  draftId = begun.location.split("/").at(-1) ?? "";
});

type Route = Parameters<typeof callRoute>[0];

const postJson = async (route: Route, json: unknown, params: Record<string, string> = {}) =>
  callRoute(route, await adminRequest(shop.shopId, "/app/rules/x", { json }), params);
const postForm = async (
  route: Route,
  form: Record<string, string>,
  params: Record<string, string> = { draftId },
) => callRoute(route, await adminRequest(shop.shopId, "/app/rules/x", { form }), params);
const read = async (id = draftId) =>
  callRoute(showDraft, await adminRequest(shop.shopId, "/app/rules/x"), { draftId: id });

const edited = (change: object = {}) => ({
  ...{ revision: 1, name: "Changes", comment: "", ruleset: defaultRuleset, disabled: [] },
  ...change,
});

describe("a draft's page", () => {
  test("shows the draft, what it is compared with, and the steps that are open", async () => {
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      draft: { name: "Changes", state: "draft", revision: 1, createdBy: "Maria Lopez" },
      live: { version: 1, isTemporary: false },
      facts: { locations: [] },
    });
    expect((body as DraftView).steps).toEqual(["edit", "publish", "schedule", "discard"]);
  });

  test("is not found for an unknown draft", async () => {
    expect((await read("0190-none")).status).toBe(404);
  });
});

describe("saving", () => {
  test("keeps the text, and refuses the page that is older", async () => {
    const first = await postJson(save, edited({ name: " Less " }), { draftId });
    expect(first).toMatchObject({ status: 200, body: { ok: true } });
    expect((await read()).body).toMatchObject({ draft: { name: "Less", revision: 2 } });
    expect((await postJson(save, edited(), { draftId })).status).toBe(409);
  });

  test("names the place of what is wrong", async () => {
    const ruleset = {
      ...defaultRuleset,
      guardrails: [{ id: "parcels", maxParcels: 0 }],
    };
    const answer = await postJson(save, edited({ ruleset, name: " " }), { draftId });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: {
        name: "Give it a name",
        "ruleset.guardrails[0].maxParcels": expect.stringContaining("whole number"),
      },
    });
    expect((await postJson(save, null, { draftId })).status).toBe(422);
  });

  test("does not find another shop's draft", async () => {
    const [theirs] = [draftId];
    shop = await installedShop(`rule-drafts-other-${count}.myshopify.com`);
    expect((await postJson(save, edited(), { draftId: theirs })).status).toBe(404);
  });
});

describe("beginning a draft", () => {
  test("from imported rules is refused with the path of what is wrong", async () => {
    const ruleset = { ...defaultRuleset, lanes: [{ id: "a", priorities: ["cheapest"] }] };
    const answer = await postJson(begin, { name: "Imported", ruleset });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: { "ruleset.lanes[0].priorities[0]": expect.stringContaining("must be one of") },
    });
    const none = await postJson(begin, { name: "Imported", ruleset: [] });
    expect(none.body).toMatchObject({ errors: { ruleset: "must be an object" } });
  });

  test("from imported rules or a version leads to its page", async () => {
    const ruleset = { guardrails: [], lanes: [], whenNothingFits: ["exception"] };
    const imported = await postJson(begin, { name: "Imported", ruleset });
    expect(imported).toMatchObject({ status: 302 });
    const page = await read(imported.location.split("/").at(-1));
    expect(page.body).toMatchObject({ draft: { ruleset, name: "Imported" } });
    expect((await postJson(begin, { name: "Old", version: 1 })).status).toBe(302);
    expect((await postJson(begin, { name: "Old", version: 7 })).status).toBe(404);
  });
});

describe("the steps", () => {
  test("publish, and roll back in one go", async () => {
    const published = await postForm(publish, { revision: "1", liveVersion: "1" });
    expect(published.body).toEqual({ ok: true, message: "Version 2 of your rules is in force" });
    expect((await postForm(publish, { revision: "1", liveVersion: "1" })).status).toBe(409);
    const back = await postForm(rollBack, { liveVersion: "2" }, { version: "1" });
    expect(back.body).toEqual({ ok: true, message: "Version 3 of your rules is in force" });
    expect((await postForm(rollBack, { liveVersion: "2" }, { version: "1" })).status).toBe(409);
    expect((await postForm(rollBack, { liveVersion: "3" }, { version: "x" })).status).toBe(404);
  });

  test("refuse a form that is none of ours", async () => {
    expect((await postForm(publish, { revision: "one" })).status).toBe(400);
    expect((await postForm(submit, {})).status).toBe(400);
  });

  test("schedule by the shop's clock, with errors at the fields", async () => {
    const ask = (starts: string, ends: string) =>
      postForm(schedule, { revision: "1", starts, ends });
    const errors = async (starts: string, ends: string) => {
      const { status, body } = await ask(starts, ends);
      return [status, Object.keys((body as { errors: object }).errors)];
    };
    expect(await errors("T00:00", "")).toEqual([422, ["starts"]]);
    expect(await errors("2020-01-01T00:00", "")).toEqual([422, ["starts"]]);
    expect(await errors("2099-01-02T00:00", "2099-01-01T00:00")).toEqual([422, ["ends"]]);
    expect((await ask("2099-01-02T00:00", "2099-01-03T00:00")).status).toBe(200);
    expect((await read()).body).toMatchObject({
      draft: { state: "scheduled", startsAt: "2099-01-02T00:00:00.000Z" },
    });
  });

  test("approve only what somebody else wrote; only the owner asks for approval", async () => {
    expect((await postForm(setApproval, { required: "true" }, {})).status).toBe(403);
    expect((await postForm(setApproval, { required: "perhaps" }, {})).status).toBe(422);
    await postForm(submit, { revision: "1" });
    expect((await postForm(approve, { revision: "2" })).status).toBe(409);
    expect(((await read()).body as DraftView).steps).toEqual(["send_back", "discard"]);
  });
});

test("facts about half-typed rules are read, rules that are none refused", async () => {
  const known = await postJson(askFacts, { ruleset: defaultRuleset });
  expect(known.body).toMatchObject({ facts: { locations: [], matches: { orders: 0 } } });
  expect((await postJson(askFacts, { ruleset: {} })).status).toBe(422);
});

test("versions are listed and shown; made-up pages and numbers do no harm", async () => {
  const list = await callRoute(
    listVersions,
    await adminRequest(shop.shopId, "/app/rules/versions?page=many"),
  );
  expect(list.body).toMatchObject({ page: 1, liveVersion: 1, versions: [{ version: 1 }] });
  const showOne = async (version: string, query = "") =>
    callRoute(showVersion, await adminRequest(shop.shopId, `/app/rules/x${query}`), { version });
  expect((await showOne("1", "?with=nonsense")).status).toBe(200);
  expect((await showOne("4")).status).toBe(404);
  expect((await showOne("one")).status).toBe(404);
});
