import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { action as flip } from "#app/routes/app.rules.$guardrailId.switch.tsx";
import { loader as show } from "#app/routes/app.rules._index.tsx";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { publishRules } from "#app/rules/publish-rules.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

const guardrailId = "at most three parcels";
let shop: ShopContext;
let count = 0;

beforeEach(async () => {
  shop = await installedShop(`rules-${(count += 1)}.myshopify.com`);
  await inShop(shop, (tx) =>
    publishRules(tx, shop, { version: 1, ruleset: defaultRuleset, disabled: [], comment: "" }),
  );
});

const read = async () =>
  (await callRoute(show, await adminRequest(shop.shopId, "/app/rules"))).body;
const send = async (form: Record<string, string>, id = guardrailId) =>
  callRoute(flip, await adminRequest(shop.shopId, "/app/rules/x/switch", { form }), {
    guardrailId: id,
  });

test("the page tells the rules in words", async () => {
  const { live } = await read();
  expect(live?.guardrails.find(({ id }) => id === guardrailId)).toEqual({
    ...{ id: guardrailId, isOn: true },
    sentence: "Every order: use at most 3 parcels.",
  });
});

describe("a guardrail's switch", () => {
  test("publishes a new version in the person's name, and back again", async () => {
    const off = await send({ on: "false", version: "1" });
    expect(off).toMatchObject({ status: 200, body: { ok: true } });
    const after = await read();
    expect(after.live).toMatchObject({ version: 2, publishedBy: "Maria Lopez" });
    expect(after.live?.guardrails.find(({ id }) => id === guardrailId)?.isOn).toBe(false);
    expect(await send({ on: "true", version: "2" })).toMatchObject({ status: 200 });
    expect((await read()).live?.version).toBe(3);
  });

  test("is refused when the rules changed meanwhile", async () => {
    await send({ on: "false", version: "1" }, "keep the promise");
    const stale = await send({ on: "false", version: "1" });
    expect(stale).toMatchObject({ status: 409, body: { ok: false } });
    expect((await read()).live?.version).toBe(2);
  });

  test("answers 404 for a guardrail that is not there, 422 for a form that is none", async () => {
    expect((await send({ on: "false", version: "1" }, "none")).status).toBe(404);
    const bad = await send({ on: "maybe" });
    expect(bad.status).toBe(422);
    expect(bad.body).toMatchObject({
      ok: false,
      errors: { on: expect.any(String), version: expect.any(String) },
    });
  });
});
