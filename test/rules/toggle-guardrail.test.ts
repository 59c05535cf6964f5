import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop } from "#test/builders/shop.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";

const { inShop } = await import("#app/db.server.ts");
const { installDefaultRules } = await import("#app/rules/install-default-rules.server.ts");
const { readLiveRules } = await import("#app/rules/read-live-rules.server.ts");
const { rulesInForce } = await import("#app/rules/rules-in-force.ts");
const { toggleGuardrail } = await import("#app/rules/toggle-guardrail.server.ts");

let shop: ShopContext;
let manager: ShopContext;
const read = async () => (await inShop(shop, (tx) => readLiveRules(tx, shop)))!;
const guardrailId = "at most three parcels";

beforeAll(async () => {
  shop = await installedShop();
  manager = { ...shop, actor: { role: "manager", name: "Maria" } };
});

test("the starter rules are installed once", async () => {
  await inShop(shop, (tx) => installDefaultRules(tx, shop));
  await inShop(shop, (tx) => installDefaultRules(tx, shop));
  expect(await read()).toMatchObject({ version: 1, disabled: [], publishedBy: "backroom" });
});

test("switching publishes a version, once, in the person's name, and wakes what waits", async () => {
  const off = { guardrailId, on: false, version: 1 };
  expect(await toggleGuardrail(manager, off)).toEqual({ ok: true, version: 2 });
  expect(await toggleGuardrail(manager, off)).toEqual({ ok: true, version: 2 });
  const live = await read();
  expect(live).toMatchObject({ version: 2, disabled: [guardrailId], publishedBy: "Maria" });
  expect(rulesInForce(live).guardrails.map(({ id }) => id)).not.toContain(guardrailId);
  expect(await waitingJobs("wake-exceptions")).toContainEqual({
    shopId: shop.shopId,
    events: ["rule_published"],
  });
  const audits = await inShop(shop, (tx) => tx.auditEntry.findMany());
  expect(audits.map(({ actor, subject }) => [actor, subject])).toEqual([
    ["backroom", "rules 1"],
    ["Maria", "rules 2"],
  ]);
});

test("a stale page, an unknown guardrail and a store role are refused", async () => {
  const on = { guardrailId, on: true, version: 1 };
  expect(await toggleGuardrail(manager, on)).toEqual({ ok: false, because: "stale" });
  expect(await toggleGuardrail(manager, { ...on, guardrailId: "no such" })).toEqual({
    ok: false,
    because: "not_found",
  });
  const associate: ShopContext = { ...shop, actor: { role: "associate", name: "Al" } };
  expect(await toggleGuardrail(associate, on)).toEqual({ ok: false, because: "forbidden" });
  expect((await read()).version).toBe(2);
});

test("of two people switching at once from the same page, one is told to look again", async () => {
  const { version } = await read();
  const outcomes = await Promise.all([
    toggleGuardrail(manager, { guardrailId, on: true, version }),
    toggleGuardrail(manager, { guardrailId: "keep the promise", on: false, version }),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect((await read()).version).toBe(version + 1);
});
