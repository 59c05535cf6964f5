import "#test/setup/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { compareLabels } from "#app/rates/compare-labels.server.ts";
import { defaultRates } from "#app/rates/default-rate-card.ts";
import { estimateShipping } from "#app/rates/estimate-shipping.server.ts";
import { importLabelCosts } from "#app/rates/import-label-costs.server.ts";
import { installDefaultRates } from "#app/rates/install-default-rates.server.ts";
import { publishFromFile } from "#app/rates/publish-from-file.server.ts";
import { readCardFile } from "#app/rates/read-card-file.server.ts";
import { readRateCard } from "#app/rates/read-rate-card.server.ts";
import { setSplitPenalty } from "#app/rates/set-split-penalty.server.ts";
import { showRates } from "#app/rates/show-rates.server.ts";
import { withdrawRateCard } from "#app/rates/withdraw-rate-card.server.ts";
import type { Actor, ShopContext } from "#app/shop-context.ts";
import { fixedClock, installedShop, testNow } from "#test/builders/shop.ts";

const owner: Actor = { role: "owner", name: "Olu" };
const header = "service,up_to_km,up_to_kg,price,per_kg,transit_days";
const card = (price: string) => new Blob([`${header}\nground,,,${price},,3`]);

let shops = 0;
let shop: ShopContext & { clock: ReturnType<typeof fixedClock> };
beforeEach(async () => {
  const installed = await installedShop(`rates-${++shops}.myshopify.com`);
  shop = { ...installed, actor: owner, clock: fixedClock() };
  await inShop(shop, async (tx) => {
    await tx.shop.updateMany({ data: { timeZone: "America/Denver" } });
    await installDefaultRates(tx, shop);
  });
});

const priceNow = () =>
  inShop(shop, async (tx) => (await readRateCard(tx, shop))?.rates[0]?.zones[0]?.parcel);
const publish = (price: string, appliesOn = "") =>
  publishFromFile(shop, { file: card(price), name: `Card ${price}`, appliesOn });

describe("a rate card", () => {
  it("holds from its day in the shop's own time zone on", async () => {
    await publish("6");
    expect(await publish("7", "2026-11-23")).toEqual({ ok: true, version: 3 });
    expect(await priceNow()).toBe("6");
    shop.clock.set(new Date("2026-11-23T06:59:59.999Z"));
    expect(await priceNow()).toBe("6");
    shop.clock.set(new Date("2026-11-23T07:00:00.000Z"));
    expect(await priceNow()).toBe("7");
    expect((await showRates(shop)).cards.map(({ version, state }) => [version, state])).toEqual([
      [3, "in_force"],
      [2, "past"],
      [1, "past"],
    ]);
  });

  it("can be taken back before its day, not after", async () => {
    await publish("7", "2026-11-23");
    expect(await withdrawRateCard(shop, 2)).toEqual({ ok: true });
    expect(await withdrawRateCard(shop, 2)).toEqual({ ok: true });
    expect(await withdrawRateCard(shop, 1)).toEqual({ ok: false, because: "begun" });
    expect(await withdrawRateCard(shop, 9)).toEqual({ ok: false, because: "not_found" });
    shop.clock.set(new Date("2026-12-01T00:00:00Z"));
    expect(await priceNow()).toBe("4.80");
  });

  it("with a problem changes nothing", async () => {
    expect(await publish("free")).toMatchObject({ ok: false, problemCount: 1 });
    expect((await showRates(shop)).cards).toHaveLength(1);
  });

  it("is published once each by ten people at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => publish("5")));
    const versions = outcomes.map((outcome) => (outcome.ok ? outcome.version : 0));
    expect(versions.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("is the owner's and managers' alone, in their own shop", async () => {
    const actor: Actor = { role: "store_manager", name: "Bo", locationId: "1" };
    const upload = { file: card("5"), name: "x", appliesOn: "" };
    const refused = { ok: false, because: "not_found" };
    expect(await publishFromFile({ ...shop, actor }, upload)).toEqual(refused);
    expect(await setSplitPenalty({ ...shop, actor }, "1")).toEqual(refused);
    expect(await withdrawRateCard({ ...shop, actor }, 1)).toEqual(refused);
    const stranger = { ...shop, shopId: "stranger.myshopify.com" };
    expect(await withdrawRateCard(stranger, 1)).toEqual(refused);
    expect(await readCardFile(stranger, 1)).toBeNull();
  });

  it("keeps its prices when the split penalty changes, and cards to come get it too", async () => {
    await publish("7", "2026-11-23");
    await setSplitPenalty(shop, "3.25");
    const now = await inShop(shop, (tx) => readRateCard(tx, shop));
    expect(now).toMatchObject({ version: 3, splitPenalty: "3.2500", rates: defaultRates });
    shop.clock.set(new Date("2026-11-24T00:00:00Z"));
    const later = await inShop(shop, (tx) => readRateCard(tx, shop));
    expect(later).toMatchObject({ version: 2, splitPenalty: "3.2500" });
  });
});

const place = { countryCode: "US", latitude: 39.7392, longitude: -104.9903 };

describe("an estimate", () => {
  const ask = (change: object) =>
    estimateShipping(shop, {
      ...{ fromLocationId: "1", from: "", to: "60601", countryCode: "US", weightKg: 1 },
      ...change,
    });
  beforeEach(async () => {
    const { shopId } = shop;
    await inShop(shop, async (tx) => {
      await tx.location.createMany({
        data: [
          { shopId, locationId: "1", name: "Denver", postalCode: "80202", ...place },
          { shopId, locationId: "2", name: "Nowhere" },
        ],
      });
      for (const [at, latitude] of [41.88, 41.89, 60].entries()) {
        const chicago = { countryCode: "US", postalCode: "60601", longitude: -87.63 };
        await tx.order.create({ data: { shopId, orderId: String(at), latitude, ...chicago } });
      }
    });
  });

  it("finds addresses by locations and past orders, far-off ones aside", async () => {
    expect(await ask({})).toMatchObject({
      ok: true,
      estimate: {
        from: "Denver",
        to: "60601, from 3 known addresses",
        quotes: [
          { service: "standard", zone: 3 },
          { service: "express", zone: 2 },
        ],
      },
    });
    const back = await ask({ fromLocationId: "", from: "60601", to: "80202" });
    expect(back).toMatchObject({ ok: true, estimate: { to: "80202, from 1 known address" } });
  });

  it("takes coordinates, and asks for them where nothing is known", async () => {
    expect(await ask({ to: "41.88, -87.63" })).toMatchObject({ ok: true });
    expect(await ask({ to: "99999" })).toMatchObject({
      ok: false,
      errors: { to: expect.stringContaining("coordinates") },
    });
    expect(await ask({ to: "91, 0" })).toMatchObject({ ok: false });
    expect(await ask({ fromLocationId: "2" })).toMatchObject({
      ok: false,
      errors: { fromLocationId: expect.stringContaining("Nowhere") },
    });
    expect(await ask({ countryCode: "CA" })).toMatchObject({ ok: false });
  });
});

describe("label costs", () => {
  /** An order decided by the starter card: one parcel of 2 kg over 100 km, per task of `trackings`. */
  async function ship(name: string, trackings: readonly string[]): Promise<void> {
    const { shopId } = shop;
    const network = { rates: defaultRates } as unknown as Prisma.InputJsonObject;
    const parcels = trackings.map((_, at) => ({ locationId: String(at), distanceKm: 100 }));
    const lines = trackings.map((_, at) => ({ id: `l${at}`, sku: "S" }));
    const snapshot = { order: { service: "standard", lines }, items: [{ sku: "S", weightKg: 1 }] };
    await inShop(shop, async (tx) => {
      const createdAt = testNow;
      await tx.networkVersion.createMany({
        data: [{ shopId, hash: "h", network, createdAt }],
        skipDuplicates: true,
      });
      await tx.order.create({ data: { shopId, orderId: name, name } });
      await tx.decision.create({
        data: {
          ...{ shopId, decisionId: `d${name}`, orderId: name, sequence: 1, createdAt },
          ...{ outcome: "planned", parcels: trackings.length, networkHash: "h", snapshot },
          ...{ plan: { parcels }, engineVersion: "1", ruleVersion: 1, trigger: "" },
        },
      });
      for (const [at, trackingNumber] of trackings.entries()) {
        const task = await tx.pickTask.create({
          data: {
            ...{ shopId, orderId: name, decisionId: `d${name}`, locationId: String(at) },
            ...{ orderName: name, units: 2, deadlineAt: testNow, createdAt, trackingNumber },
            status: "completed",
          },
        });
        const line = { taskId: task.taskId, lineItemId: `l${at}`, inventoryItemId: "i", units: 2 };
        await tx.pickTaskLine.create({ data: { shopId, ...line } });
      }
    });
  }
  const bring = (...lines: string[]) =>
    importLabelCosts(shop, new Blob([["order,tracking,cost", ...lines].join("\n")]));
  const report = () => inShop(shop, (tx) => compareLabels(tx, shop.shopId));

  it("are held against what the card of the decision said, by service and distance", async () => {
    await ship("#1", [""]);
    await ship("#2", ["T1", "T2"]);
    const lines = ["#1,,6.49", "2,T2,$5.31", "#2,,9.99", "#404,,1.00"];
    expect(await bring(...lines)).toEqual({ ok: true, rows: 4, matched: 2 });
    // 4.80 + 2 kg at 0.5512 is 5.9024 for each of the two.
    expect(await report()).toMatchObject({
      labels: 4,
      unmatched: 2,
      rows: [{ service: "standard", zone: 1, labels: 2, estimate: "5.9024", cost: "5.9000" }],
      examples: [
        { orderName: "#2", because: expect.stringContaining("several parcels") },
        { orderName: "#404", because: expect.stringContaining("No order") },
      ],
    });
    expect((await report()).rows[0]?.differencePercent).toBeCloseTo(-0.0407, 3);
  });

  it("brought again replace the earlier figure", async () => {
    await ship("#1", [""]);
    await bring("#1,,6.49");
    await bring("#1,,7.00");
    expect(await report()).toMatchObject({ labels: 1, rows: [{ cost: "7.0000" }] });
  });

  it("of a file with a problem are not taken over at all, however long it is", async () => {
    await ship("#1", [""]);
    const good = Array.from({ length: 1_500 }, (_, at) => `#x${at},,1.00`);
    const outcome = await bring("#1,,6.49", ...good, "#1,,6.50", "#2,,dear");
    expect(outcome).toMatchObject({
      ok: false,
      problemCount: 2,
      problems: [{ line: 1503 }, { line: 1504 }],
    });
    expect((await report()).labels).toBe(0);
  });
});
