import "#test/setup/database.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { startDueJobs } from "#app/queue/start-due-jobs.server.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { endTemporaryRules } from "#app/rules/end-temporary-rules.server.ts";
import { installDefaultRules } from "#app/rules/install-default-rules.server.ts";
import { publishDraft } from "#app/rules/publish-draft.server.ts";
import { publishDueRules } from "#app/rules/publish-due-rules.server.ts";
import { readDraft } from "#app/rules/read-draft.server.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { scheduleDraft } from "#app/rules/schedule-draft.server.ts";
import { startDraft } from "#app/rules/start-draft.server.ts";
import { toggleGuardrail } from "#app/rules/toggle-guardrail.server.ts";
import { unscheduleDraft } from "#app/rules/unschedule-draft.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { fixedClock, installedShop } from "#test/builders/shop.ts";

const holiday = { ...defaultRuleset, guardrails: [] };
const at = (text: string) => new Date(`2026-${text}:00Z`);
const starts = at("11-27T05:00");
const ends = at("12-27T05:00");

let clock: ReturnType<typeof fixedClock>;
let shop: ShopContext;
let count = 0;

beforeEach(async () => {
  clock = fixedClock(at("11-21T15:00"));
  const installed = await installedShop(`calendar-${(count += 1)}.myshopify.com`);
  shop = { ...installed, clock, actor: { role: "manager", name: "Maria" } };
  await inShop(shop, (tx) => installDefaultRules(tx, shop));
});

/** As typed in a shop whose clock is UTC. */
const typed = (instant: Date) => instant.toISOString().slice(0, 16);
const local = (startsAt: Date, endsAt: Date | null) => ({
  starts: typed(startsAt),
  ends: endsAt && typed(endsAt),
});
const live = async () => (await inShop(shop, (tx) => readLiveRules(tx, shop)))!;
const tickAt = async (now: Date) => {
  clock.set(now);
  await publishDueRules({ shopId: shop.shopId }, clock);
};

async function begin(name = "Holiday"): Promise<string> {
  const source = { ruleset: holiday, disabled: [] };
  const outcome = await startDraft(shop, { name, comment: "", source });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.draftId;
}

async function schedule(startsAt: Date, endsAt: Date | null, name?: string): Promise<string> {
  const draftId = await begin(name);
  const outcome = await scheduleDraft(shop, { draftId, revision: 1 }, local(startsAt, endsAt));
  if (!outcome.ok) throw new Error(outcome.because);
  return draftId;
}

describe("scheduled rules", () => {
  test("start and end to the second, and the former rules come back", async () => {
    const draftId = await schedule(starts, ends);
    await tickAt(new Date(starts.getTime() - 1));
    expect((await live()).version).toBe(1);
    await tickAt(starts);
    expect(await live()).toMatchObject({ version: 2, ruleset: holiday, temporaryFor: draftId });
    await tickAt(new Date(ends.getTime() - 1));
    expect((await live()).version).toBe(2);
    await tickAt(ends);
    expect(await live()).toMatchObject({
      ...{ version: 3, ruleset: defaultRuleset, origin: "returned", temporaryFor: null },
    });
    expect((await readDraft(shop, draftId))?.state).toBe("ended");
  });

  test("are published once, however often and late the job runs", async () => {
    await schedule(starts, ends);
    await Promise.all([tickAt(at("11-27T09:30")), tickAt(at("11-27T09:30"))]);
    await tickAt(at("11-27T09:31"));
    expect((await live()).version).toBe(2);
  });

  test("whose whole time went by while nothing ran are skipped", async () => {
    const draftId = await schedule(starts, ends);
    await tickAt(at("12-28T00:00"));
    expect((await live()).version).toBe(1);
    expect(await readDraft(shop, draftId)).toMatchObject({
      state: "ended",
      publishedVersion: null,
    });
  });

  test("without an end stay", async () => {
    const draftId = await schedule(starts, null);
    await tickAt(starts);
    await tickAt(ends);
    expect(await live()).toMatchObject({ version: 2, ruleset: holiday, temporaryFor: null });
    expect((await readDraft(shop, draftId))?.state).toBe("published");
  });

  test("that follow each other leave the first rules at the very end", async () => {
    await schedule(starts, ends);
    await schedule(ends, at("12-31T05:00"), "Sale");
    for (const now of [starts, ends, at("12-31T05:00")]) await tickAt(now);
    expect((await live()).ruleset).toEqual(defaultRuleset);
  });

  test("come back whole when a guardrail was switched meanwhile", async () => {
    const draftId = await schedule(starts, ends);
    await inShop(shop, (tx) =>
      tx.ruleDraft.updateMany({
        where: { draftId },
        data: { ruleset: JSON.parse(JSON.stringify(defaultRuleset)) },
      }),
    );
    await tickAt(starts);
    await toggleGuardrail(shop, { guardrailId: "delicate goods", on: false, version: 2 });
    await tickAt(ends);
    expect(await live()).toMatchObject({ version: 4, disabled: [], origin: "returned" });
  });

  test("give way to rules a person published meanwhile, which stay at the end", async () => {
    await schedule(starts, ends);
    await tickAt(starts);
    const draftId = await begin("Better");
    await publishDraft(shop, { draftId, revision: 1, liveVersion: 2 });
    await tickAt(ends);
    expect(await live()).toMatchObject({ version: 3, publishedBy: "Maria" });
  });

  test("can be ended at once, or taken off before they start", async () => {
    const draftId = await schedule(starts, ends);
    await tickAt(starts);
    const ended = await endTemporaryRules(shop, { draftId, revision: 3 });
    expect(ended).toMatchObject({ ok: true, version: 3 });
    expect((await live()).ruleset).toEqual(defaultRuleset);
    const other = await schedule(ends, null);
    await unscheduleDraft(shop, { draftId: other, revision: 2 });
    await tickAt(at("12-30T00:00"));
    expect((await live()).version).toBe(3);
  });

  test("may not begin in the past, end before they begin, or overlap", async () => {
    await schedule(starts, ends);
    const draftId = await begin();
    const ask = (startsAt: Date, endsAt: Date | null) =>
      scheduleDraft(shop, { draftId, revision: 1 }, local(startsAt, endsAt));
    const refused = (because: string) => ({ ok: false, because });
    expect(await ask(at("11-21T14:59"), null)).toEqual(refused("starts_in_past"));
    expect(await ask(starts, at("11-26T00:00"))).toEqual(refused("ends_before_start"));
    expect(await ask(at("12-01T00:00"), null)).toEqual(refused("overlap"));
    expect(await ask(at("11-25T00:00"), at("11-27T05:01"))).toEqual(refused("overlap"));
    expect(await ask(ends, null)).toMatchObject({ ok: true });
  });
});

test("the shop's clock counts, on both sides of the change from summer to winter time", async () => {
  const { shopId } = shop;
  await inShop(shop, (tx) =>
    tx.shop.update({ where: { shopId }, data: { timeZone: "America/New_York" } }),
  );
  const draftId = await begin();
  clock.set(at("10-20T12:00"));
  const period = { starts: "2026-10-31T09:00", ends: "2026-11-02T09:00" };
  await scheduleDraft(shop, { draftId, revision: 1 }, period);
  await tickAt(at("10-31T12:59"));
  expect((await live()).version).toBe(1);
  await tickAt(at("10-31T13:00"));
  expect((await live()).version).toBe(2);
  await tickAt(at("11-02T13:59"));
  expect((await live()).version).toBe(2);
  await tickAt(at("11-02T14:00"));
  expect((await live()).version).toBe(3);
});

test("the minute's tick starts the job when something is due, and only then", async () => {
  await schedule(starts, ends);
  const mine = async () =>
    (await waitingJobs("publish-due-rules")).filter((job) => job.shopId === shop.shopId);
  await startDueJobs(fixedClock(at("11-27T04:59")));
  expect(await mine()).toEqual([]);
  await startDueJobs(fixedClock(starts));
  expect(await mine()).toEqual([{ shopId: shop.shopId }]);
});
