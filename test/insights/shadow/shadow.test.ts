import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { decideInShadow } from "#app/insights/shadow/decide-in-shadow.ts";
import { decideShadows } from "#app/insights/shadow/decide-shadows.server.ts";
import { shelfKey } from "#app/insights/shadow/shadow-ledger.ts";
import { showShadow } from "#app/insights/shadow/show-shadow.server.ts";
import { startShadow } from "#app/insights/shadow/start-shadow.server.ts";
import { stopShadow } from "#app/insights/shadow/stop-shadow.server.ts";
import { requestReroute } from "#app/orders/request-reroute.server.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { smallNetwork, smallSnapshot } from "#test/builders/decided-order.ts";
import type { RoutedShop } from "#test/orders/routed-shop.ts";
import { openRoutedShop } from "#test/orders/routed-shop.ts";
import { beginDraft, onlyFrom } from "../begin-draft.ts";

const DENVER = "Denver Store";
const COLUMBUS = "Columbus Warehouse";
const lamp = "LMP-BLACK";

let world: RoutedShop;
let maria: ShopContext;
beforeAll(async () => {
  world = await openRoutedShop();
  maria = { ...world.shop, actor: { role: "manager", name: "Maria" } };
});

async function begin(): Promise<string> {
  const outcome = await startShadow(maria, {
    draftId: await beginDraft(maria, onlyFrom("warehouse")),
  });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.shadowId;
}

async function buy(sku: string): Promise<string> {
  const orderId = world.buy({ lines: [{ sku, quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  return orderId;
}

const look = () => decideShadows({ shopId: world.shop.shopId });
const readShadow = (shadowId: string, orderId: string) =>
  inShop(world.shop, (tx) => tx.shadowDecision.findFirst({ where: { shadowId, orderId } }));
const readUnits = (shadowId: string, orderId: string) =>
  inShop(world.shop, async (tx) => {
    const rows = await tx.shadowUnits.findMany({ where: { shadowId, orderId } });
    const names = Object.entries(world.locations);
    return rows
      .map(({ locationId, liveUnits, shadowUnits }) => {
        const name = names.find(([, id]) => id === locationId)?.[0];
        return `${name}: live ${liveUnits}, shadow ${shadowUnits}`;
      })
      .sort();
  });

test("a draft decides beside live routing, with the shelves its own choices leave, and moves nothing", async () => {
  await world.stock({ [lamp]: { [DENVER]: 3, [COLUMBUS]: 1 } });
  const before = await buy(lamp);
  const shadowId = await begin();
  const first = await buy(lamp);
  // The store's lamps break, in both worlds alike.
  await world.stock({ [lamp]: { [COLUMBUS]: 1 } });
  const second = await buy(lamp);
  const mutations = world.state.mutationLog.length;
  await look();
  await look();
  expect(world.state.mutationLog.length).toBe(mutations);
  expect([world.whereIs(first), world.whereIs(second)]).toEqual([
    [`${DENVER} x1`],
    [`${COLUMBUS} x1`],
  ]);
  expect(await readShadow(shadowId, before)).toBeNull();
  expect(await readShadow(shadowId, first)).toMatchObject({
    differs: true,
    liveOutcome: "planned",
    outcome: "planned",
  });
  expect(await readUnits(shadowId, first)).toEqual([
    `${COLUMBUS}: live 0, shadow 1`,
    `${DENVER}: live 1, shadow 0`,
  ]);
  // Live found the warehouse's only lamp; in the shadow the first order has it.
  expect(await readShadow(shadowId, second)).toMatchObject({
    differs: true,
    liveOutcome: "planned",
    outcome: "unfillable",
    parcels: 0,
  });
  const report = (await showShadow(maria, { shadowId, page: 1 }))!;
  expect(report).toMatchObject({
    head: { orders: 2, differing: 2 },
    ...{ compared: 1, saving: null, avoided: 0, created: 1 },
    places: [
      { name: COLUMBUS, live: 1, shadow: 1 },
      { name: DENVER, live: 1, shadow: 0 },
    ],
  });
  expect(Number(report.shadow.cost)).toBeGreaterThan(Number(report.live.cost));
  expect(
    report.orders.map(({ before, after }) => [before.split(" · ")[0], after.split(" · ")[0]]),
  ).toEqual([
    [`1 from ${COLUMBUS}`, "No location may ship it"],
    [`1 from ${DENVER}`, `1 from ${COLUMBUS}`],
  ]);
  await stopShadow(maria, { shadowId });
});

test("when live routing thinks again, the shadow's shelves follow, and its own choice stays", async () => {
  await world.stock({ [lamp]: { [DENVER]: 3, [COLUMBUS]: 3 } });
  const shadowId = await begin();
  const orderId = await buy(lamp);
  await look();
  await inShop(world.shop, (tx) =>
    tx.exclusion.create({
      data: {
        ...{ shopId: world.shop.shopId, orderId, locationId: world.locations[DENVER]! },
        ...{ reason: "rejected", createdAt: new Date() },
      },
    }),
  );
  await requestReroute(maria, orderId, "the store is flooded");
  await world.settle();
  expect(world.whereIs(orderId)).toEqual([`${COLUMBUS} x1`]);
  await look();
  expect(await readUnits(shadowId, orderId)).toEqual([
    `${COLUMBUS}: live 1, shadow 1`,
    `${DENVER}: live 0, shadow 0`,
  ]);
  expect(await readShadow(shadowId, orderId)).toMatchObject({ differs: true });
  await stopShadow(maria, { shadowId });
});

test("a stopped run looks at nothing more; a draft runs once at a time", async () => {
  const draftId = await beginDraft(maria, onlyFrom("store"));
  const started = await startShadow(maria, { draftId });
  expect(await startShadow(maria, { draftId })).toEqual({ ok: false, because: "runs_already" });
  const shadowId = started.ok ? started.shadowId : "";
  expect(await stopShadow(maria, { shadowId })).toMatchObject({ ok: true });
  expect(await stopShadow(maria, { shadowId })).toEqual({ ok: false, because: "over" });
  await world.stock({ [lamp]: { [DENVER]: 3 } });
  const orderId = await buy(lamp);
  await look();
  expect(await readShadow(shadowId, orderId)).toBeNull();
  const associate: ShopContext = { ...maria, actor: { role: "associate", name: "Ana" } };
  expect(await startShadow(associate, { draftId })).toEqual({ ok: false, because: "forbidden" });
  const stranger = { ...maria, shopId: "elsewhere.myshopify.com" };
  expect(await stopShadow(stranger, { shadowId })).toEqual({ ok: false, because: "not_found" });
});

const nothingTaken = { shelves: new Map<string, number>(), today: new Map<string, number>() };

test("with the live rules and nothing taken otherwise, the shadow decides as live routing does", () => {
  const network = smallNetwork();
  const snapshot = smallSnapshot("1", { stock: [["1", "A", 1]], lines: [["A", 1]], network });
  expect(decideInShadow(snapshot, network, nothingTaken)).toEqual(routeOrder(snapshot));
});

test("units that live routing took and the shadow did not are still there; capacity likewise", () => {
  const network = smallNetwork();
  const snapshot = smallSnapshot("1", { stock: [["1", "A", 0]], lines: [["A", 1]], network });
  const shelves = new Map([[shelfKey("A", "1"), -1]]);
  expect(decideInShadow(snapshot, network, { ...nothingTaken, shelves }).outcome).toBe("planned");
  const full = {
    ...smallSnapshot("1", { stock: [["1", "A", 1]], lines: [["A", 1]], network }),
    unitsLeftToday: { "1": 1 },
  };
  const today = new Map([["1", 1]]);
  expect(decideInShadow(full, network, nothingTaken).outcome).toBe("planned");
  expect(decideInShadow(full, network, { ...nothingTaken, today }).outcome).toBe("unfillable");
});
