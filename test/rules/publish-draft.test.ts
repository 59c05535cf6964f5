import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { approveDraft } from "#app/rules/approve-draft.server.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { discardDraft } from "#app/rules/discard-draft.server.ts";
import { publishDraft } from "#app/rules/publish-draft.server.ts";
import { installDefaultRules } from "#app/rules/install-default-rules.server.ts";
import { readDraft } from "#app/rules/read-draft.server.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { rollBackRules } from "#app/rules/roll-back-rules.server.ts";
import { saveDraft } from "#app/rules/save-draft.server.ts";
import { sendBackDraft } from "#app/rules/send-back-draft.server.ts";
import { setRuleApproval } from "#app/rules/set-rule-approval.server.ts";
import { startDraft } from "#app/rules/start-draft.server.ts";
import { submitDraft } from "#app/rules/submit-draft.server.ts";
import { toggleGuardrail } from "#app/rules/toggle-guardrail.server.ts";
import type { Role, ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { installedShop } from "#test/builders/shop.ts";

let shop: ShopContext;
let maria: ShopContext;
let omar: ShopContext;
let owner: ShopContext;
let count = 0;

const as = (role: Role, name: string): ShopContext => ({ ...shop, actor: { role, name } });
const live = async () => (await inShop(shop, (tx) => readLiveRules(tx, shop)))!;
const fewer = { ...defaultRuleset, guardrails: defaultRuleset.guardrails.slice(0, 1) };

beforeEach(async () => {
  shop = await installedShop(`drafts-${(count += 1)}.myshopify.com`);
  maria = as("manager", "Maria");
  omar = as("manager", "Omar");
  owner = as("owner", "Olivia");
  await inShop(shop, (tx) => installDefaultRules(tx, shop));
});

async function begin(by: ShopContext = maria): Promise<string> {
  const outcome = await startDraft(by, { name: "Less", comment: "", source: { version: null } });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.draftId;
}

const text = { name: "Less", comment: "Fewer limits.", ruleset: fewer, disabled: [] };

describe("a draft", () => {
  test("begins as the rules in force and changes nothing in force", async () => {
    const draft = await readDraft(shop, await begin());
    expect(draft).toMatchObject({ state: "draft", revision: 1, basedOn: 1, authors: ["Maria"] });
    expect(draft?.ruleset).toEqual(defaultRuleset);
    expect((await live()).version).toBe(1);
  });

  test("keeps what was saved; an older page may not overwrite it", async () => {
    const draftId = await begin();
    expect(await saveDraft(maria, { draftId, revision: 1 }, text)).toMatchObject({ revision: 2 });
    expect(await saveDraft(omar, { draftId, revision: 1 }, text)).toEqual({
      ok: false,
      because: "stale",
    });
    expect(await readDraft(shop, draftId)).toMatchObject({ ruleset: fewer, authors: ["Maria"] });
  });

  test("forgets the switch of a guardrail that is gone", async () => {
    const draftId = await begin();
    const disabled = ["delicate goods", "keep the promise"];
    await saveDraft(maria, { draftId, revision: 1 }, { ...text, disabled });
    expect((await readDraft(shop, draftId))?.disabled).toEqual(["delicate goods"]);
  });

  test("becomes the next version, once, and wakes what waits for a rule", async () => {
    const draftId = await begin();
    await saveDraft(maria, { draftId, revision: 1 }, text);
    const seen = { draftId, revision: 2, liveVersion: 1 };
    expect(await publishDraft(omar, seen)).toMatchObject({ ok: true, version: 2 });
    expect(await publishDraft(omar, seen)).toEqual({ ok: false, because: "wrong_state" });
    expect(await live()).toMatchObject({
      ...{ version: 2, ruleset: fewer, comment: "Fewer limits.", publishedBy: "Omar" },
      ...{ draftId, origin: "published", temporaryFor: null },
    });
    expect(await waitingJobs("wake-exceptions")).toContainEqual({
      shopId: shop.shopId,
      events: ["rule_published"],
    });
  });

  test("is not published over a version its publisher has not seen", async () => {
    const draftId = await begin();
    await toggleGuardrail(maria, { guardrailId: "delicate goods", on: false, version: 1 });
    const outcome = await publishDraft(maria, { draftId, revision: 1, liveVersion: 1 });
    expect(outcome).toEqual({ ok: false, because: "stale" });
    expect((await live()).version).toBe(2);
  });

  test("of two people publishing two drafts at once, one is told to look again", async () => {
    const drafts = [await begin(), await begin(omar)];
    const outcomes = await Promise.all(
      drafts.map((draftId) => publishDraft(maria, { draftId, revision: 1, liveVersion: 1 })),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect((await live()).version).toBe(2);
  });

  test("is closed to store roles and to other shops", async () => {
    const draftId = await begin();
    const seen = { draftId, revision: 1 };
    const denied = { ok: false, because: "forbidden" };
    for (const role of ["store_manager", "associate"] as const) {
      expect(await saveDraft(as(role, "Al"), seen, text)).toEqual(denied);
      expect(await publishDraft(as(role, "Al"), { ...seen, liveVersion: 1 })).toEqual(denied);
    }
    const stranger = { ...maria, shopId: (await installedShop(`else-${count}.test`)).shopId };
    expect(await saveDraft(stranger, seen, text)).toEqual({ ok: false, because: "not_found" });
    expect(await readDraft(stranger, draftId)).toBeNull();
  });

  test("discarded is out of reach", async () => {
    const draftId = await begin();
    expect(await discardDraft(maria, { draftId, revision: 1 })).toMatchObject({ ok: true });
    expect(await saveDraft(maria, { draftId, revision: 2 }, text)).toEqual({
      ok: false,
      because: "wrong_state",
    });
  });
});

describe("approval by a second person", () => {
  test("is the owner's to ask for", async () => {
    expect(await setRuleApproval(maria, true)).toEqual({ ok: false, because: "forbidden" });
    expect(await setRuleApproval(owner, true)).toEqual({ ok: true });
  });

  test("holds up publishing until somebody else has said yes", async () => {
    await setRuleApproval(owner, true);
    const draftId = await begin();
    const publish = (revision: number) =>
      publishDraft(maria, { draftId, revision, liveVersion: 1 });
    expect(await publish(1)).toEqual({ ok: false, because: "needs_approval" });
    await saveDraft(omar, { draftId, revision: 1 }, text);
    await submitDraft(maria, { draftId, revision: 2 });
    for (const author of [maria, omar]) {
      const outcome = await approveDraft(author, { draftId, revision: 3 });
      expect(outcome).toEqual({ ok: false, because: "own_work" });
    }
    expect(await approveDraft(owner, { draftId, revision: 3 })).toMatchObject({ ok: true });
    expect(await publish(4)).toMatchObject({ ok: true, version: 2 });
    expect(await live()).toMatchObject({ approvedBy: "Olivia", publishedBy: "Maria" });
  });

  test("is void once the draft is edited again", async () => {
    await setRuleApproval(owner, true);
    const draftId = await begin();
    await submitDraft(maria, { draftId, revision: 1 });
    await approveDraft(omar, { draftId, revision: 2 });
    await sendBackDraft(maria, { draftId, revision: 3 });
    expect(await publishDraft(maria, { draftId, revision: 4, liveVersion: 1 })).toEqual({
      ok: false,
      because: "needs_approval",
    });
  });

  test("is not got around by a guardrail's switch", async () => {
    await setRuleApproval(owner, true);
    const flip = { guardrailId: "delicate goods", on: false, version: 1 };
    expect(await toggleGuardrail(maria, flip)).toEqual({ ok: false, because: "needs_approval" });
  });
});

describe("rolling back", () => {
  test("publishes the old rules as a new version, with an entry in the audit log", async () => {
    const draftId = await begin();
    await saveDraft(maria, { draftId, revision: 1 }, text);
    await publishDraft(maria, { draftId, revision: 2, liveVersion: 1 });
    expect(await rollBackRules(omar, { version: 1, liveVersion: 2 })).toEqual({
      ok: true,
      version: 3,
    });
    expect(await live()).toMatchObject({
      ...{ version: 3, ruleset: defaultRuleset, origin: "rolled_back", publishedBy: "Omar" },
      comment: "Rolled back to version 1.",
    });
    const audit = await inShop(shop, (tx) =>
      tx.auditEntry.findMany({ where: { subject: "rules 3" } }),
    );
    expect(audit).toMatchObject([{ actor: "Omar", action: "rules_published" }]);
  });

  test("is refused when it is stale, leads nowhere or comes from a store", async () => {
    await toggleGuardrail(maria, { guardrailId: "delicate goods", on: false, version: 1 });
    const back = (by: ShopContext, version: number, liveVersion: number) =>
      rollBackRules(by, { version, liveVersion });
    expect(await back(maria, 1, 1)).toEqual({ ok: false, because: "stale" });
    expect(await back(maria, 2, 2)).toEqual({ ok: false, because: "not_found" });
    expect(await back(maria, 9, 2)).toEqual({ ok: false, because: "not_found" });
    expect(await back(as("associate", "Al"), 1, 2)).toEqual({ ok: false, because: "forbidden" });
  });
});
