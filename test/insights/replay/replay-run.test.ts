import { ownerDatabaseUrl } from "#test/setup/database.ts";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { cancelRun } from "#app/insights/replay/cancel-run.server.ts";
import { exportReplay } from "#app/insights/replay/export-replay.server.ts";
import { usualOptions } from "#app/insights/replay/replay-options.ts";
import { replayRules } from "#app/insights/replay/replay-rules.server.ts";
import { showReplay } from "#app/insights/replay/show-replay.server.ts";
import { startReplay } from "#app/insights/replay/start-replay.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { shopContext } from "#test/builders/shop.ts";
import { beginDraft, onlyFrom } from "../begin-draft.ts";
import { openShopWithAPast } from "../history/shop-with-a-past.ts";

const ORDERS = 560;
let shop: ShopContext;
let draftId: string;

beforeAll(async () => {
  ({ shop } = await openShopWithAPast(ORDERS));
  draftId = await beginDraft(shop, onlyFrom("store"));
}, 60_000);

async function start(options = usualOptions): Promise<string> {
  const started = await startReplay(shop, draftId, options);
  if (!started.ok) throw new Error(started.because);
  return started.runId;
}

const run = (runId: string) => replayRules({ shopId: shop.shopId, runId });
const look = async (runId: string) => (await showReplay(shop, runId, { page: 1, kind: null }))!;

async function readRow(runId: string) {
  const { shopId } = shop;
  return inShop(shop, (tx) =>
    tx.replayRun.findUniqueOrThrow({ where: { shopId_runId: { shopId, runId } } }),
  );
}

/** Everything live that a replay could have touched. */
async function readLiveTables(): Promise<string> {
  return inShop(shop, async (tx) =>
    JSON.stringify([
      await tx.order.count(),
      await tx.decision.count(),
      await tx.reservation.count(),
      await tx.exception.count(),
      await tx.intent.count(),
      await tx.stockLevel.findMany({
        orderBy: [{ inventoryItemId: "asc" }, { locationId: "asc" }],
      }),
      await tx.ruleVersion.findMany(),
    ]),
  );
}

describe("a replay", () => {
  it("compares a draft with today's rules and with Shopify's routing, and touches nothing live", async () => {
    const before = await readLiveTables();
    const runId = await start();
    await run(runId);
    expect(await readLiveTables()).toBe(before);
    const { run: head, result, changes, changeCounts } = await look(runId);
    expect(head).toMatchObject({ status: "done", name: "Draft “Try it”" });
    expect(result?.variants).toEqual([
      expect.stringMatching(/^Today's rules \(version \d+\)$/) as string,
      "Draft “Try it”",
      "Shopify's own routing",
    ]);
    // Stores alone cannot give what only warehouses have: the draft must leave more to people.
    expect(changeCounts.exception_created).toBeGreaterThan(0);
    expect(changes.length).toBeGreaterThan(0);
    expect(result?.sentences[0]).toMatch(
      /were tried on \d+ past orders; \d+ orders would have gone/,
    );
    expect(result?.loads.map(({ name }) => name)).toContain("Denver Store");
  });

  it("gives the same result every time", async () => {
    const runs = [await start(), await start()];
    for (const runId of runs) await run(runId);
    const [one, other] = await Promise.all(runs.map(readRow));
    expect(one?.result).toEqual(other?.result);
    expect((await look(runs[0]!)).changes).toEqual((await look(runs[1]!)).changes);
  });

  it("goes on after a crash without deciding or counting an order twice", async () => {
    const whole = await start();
    await run(whole);
    const broken = await start();
    await crashAfterOneChunk(broken);
    const halfway = await readRow(broken);
    expect(halfway.status).toBe("running");
    expect(halfway.ordersDone).toBeGreaterThan(0);
    expect(halfway.ordersDone).toBeLessThan(halfway.ordersTotal);
    await run(broken);
    await run(broken);
    const [expected, got] = [await readRow(whole), await readRow(broken)];
    expect(got.result).toEqual(expected.result);
    expect(got.ordersDone).toBe(expected.ordersTotal);
    const changes = async (runId: string) => (await look(runId)).changeCount;
    expect(await changes(broken)).toBe(await changes(whole));
  });

  it("starts over when the world it began in has changed", async () => {
    const runId = await start();
    await crashAfterOneChunk(runId);
    const { shopId } = shop;
    await inShop(shop, (tx) =>
      tx.replayRun.updateMany({ where: { shopId, runId }, data: { worldHash: "another world" } }),
    );
    await run(runId);
    const fresh = await start();
    await run(fresh);
    expect((await readRow(runId)).result).toEqual((await readRow(fresh)).result);
  });

  it("stops when cancelled, and stays stopped", async () => {
    const runId = await start();
    await crashAfterOneChunk(runId);
    expect(await cancelRun(shop, runId)).toBe("cancelled");
    await run(runId);
    expect(await readRow(runId)).toMatchObject({ status: "cancelled", result: null });
    expect(await cancelRun(shop, runId)).toBe("over");
    expect(await cancelRun(shop, "no such run")).toBe("not_found");
  });

  it("supposes what it is told: a location closed, demand multiplied, a service dearer", async () => {
    const { shopId } = shop;
    const columbus = await inShop(shop, (tx) =>
      tx.location.findFirstOrThrow({ where: { shopId, name: "Columbus Warehouse" } }),
    );
    const closed = await start({ ...usualOptions, closedLocationIds: [columbus.locationId] });
    const tripled = await start({ ...usualOptions, days: 20, demandFactor: 3 });
    const single = await start({ ...usualOptions, days: 20 });
    for (const runId of [closed, tripled, single]) await run(runId);
    expect((await look(closed)).run.supposed).toEqual(["Columbus Warehouse closed"]);
    expect((await look(closed)).result?.loads.map(({ name }) => name)).not.toContain(
      "Columbus Warehouse",
    );
    const orders = async (runId: string) => (await readRow(runId)).ordersTotal;
    expect(await orders(tripled)).toBe(3 * (await orders(single)));
    const dearer = await start({ ...usualOptions, dearerPercent: 50 });
    const usual = await start();
    for (const runId of [dearer, usual]) await run(runId);
    const cost = async (runId: string) =>
      (await look(runId)).result!.figures.find(({ name }) => name === "Cost per shipped order")!
        .values[0]!;
    const amount = (text: string) => Number(text.replace("$", ""));
    expect(amount(await cost(dearer))).toBeGreaterThan(amount(await cost(usual)));
  });

  it("exports every order that changes", async () => {
    const runId = await start();
    await run(runId);
    const file = (await exportReplay(shop, runId))!;
    let rows = 0;
    for await (const batch of file.batches) rows += batch.length;
    expect(rows).toBe((await look(runId)).changeCount);
    expect(rows).toBeGreaterThan(0);
  });

  it("is another shop's business to nobody, and needs a manager, a draft and room", async () => {
    const runId = await start();
    const stranger = shopContext("stranger.myshopify.com", shop.actor);
    expect(await showReplay(stranger, runId, { page: 1, kind: null })).toBeNull();
    expect(await exportReplay(stranger, runId)).toBeNull();
    expect(await cancelRun(stranger, runId)).toBe("not_found");
    const clerk = { ...shop, actor: { role: "associate", name: "Ann" } as const };
    expect(await startReplay(clerk, draftId, usualOptions)).toEqual({
      ...{ ok: false, because: "forbidden" },
    });
    expect(await startReplay(shop, "no such draft", usualOptions)).toEqual({
      ...{ ok: false, because: "no_draft" },
    });
    await start();
    await start();
    expect(await startReplay(shop, draftId, usualOptions)).toEqual({ ok: false, because: "busy" });
  });
});

/** The database refuses the second stretch, as a lost connection would: the first stays stored. */
async function crashAfterOneChunk(runId: string): Promise<void> {
  const client = new pg.Client(ownerDatabaseUrl);
  await client.connect();
  await client.query(`
    create function refuse_chunk() returns trigger language plpgsql as
      $$ begin raise exception 'connection lost'; end $$;
    create trigger refuse_chunk before insert on replay_chunks
      for each row when (new.chunk > 0) execute function refuse_chunk()`);
  try {
    await expect(run(runId)).rejects.toThrow("connection lost");
  } finally {
    await client.query("drop function refuse_chunk() cascade");
    await client.end();
  }
}
