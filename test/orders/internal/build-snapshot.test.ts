import { describe, expect, test } from "vitest";
import type { SnapshotInput } from "#app/orders/internal/build-snapshot.ts";
import { buildSnapshot } from "#app/orders/internal/build-snapshot.ts";
import { claimStock } from "#app/orders/internal/claim-stock.ts";
import { describeOrder } from "#app/orders/internal/describe-order.ts";
import { findCommittedUnits } from "#app/orders/internal/find-committed-units.ts";
import { buildPool } from "#app/orders/internal/stock-pool.ts";
import type { Location, Network } from "#app/routing/snapshot.ts";
import { defaultRates } from "#app/rates/default-rate-card.ts";
import { liveOrder } from "./live-orders.ts";

const now = "2026-11-21T15:00:00.000Z";

function place(id: string): Location {
  return {
    id,
    name: id,
    type: "store",
    latitude: 39,
    longitude: -104,
    countryCode: "US",
    provinceCode: "CO",
    postalCode: "80202",
    handlingPerParcel: "1",
    handlingPerUnit: "0",
    processingDays: 0,
    rank: 1,
    groups: [],
    paused: false,
  };
}

function level(inventoryItemId: string, locationId: string, available: number, knownAt = now) {
  const shopifyUpdatedAt = new Date(knownAt);
  return { inventoryItemId, locationId, available, safetyStock: 1, shopifyUpdatedAt };
}

const item = { sku: "SKU-a", weightKg: 0.5, tags: ["fragile"], unitCost: "4", tracked: true };

const inputNetwork: Network = {
  currency: "USD",
  rates: defaultRates,
  splitPenalty: "2.5",
  locations: [place("boulder"), place("denver")],
  ruleset: { guardrails: [], lanes: [], whenNothingFits: [] },
};

function snapshotOf(changes: Partial<SnapshotInput> = {}) {
  const input: SnapshotInput = {
    now,
    network: inputNetwork,
    facts: describeOrder(liveOrder(), defaultRates),
    deliveryMethod: "shipping",
    pickupLocationId: null,
    lines: [{ lineItemId: "a", inventoryItemId: "i", units: 2, unitPrice: "10.00" }],
    items: new Map([["i", item]]),
    pool: buildPool([level("i", "denver", 5), level("i", "boulder", 3)], []),
    own: new Map(),
    barred: [],
    unitsLeftToday: {},
    sendToLocationId: null,
    ...changes,
  };
  return buildSnapshot(input);
}

const shelves = (changes: Partial<SnapshotInput>) =>
  snapshotOf(changes).stock.map((row) => `${row.locationId} ${row.sku} ${row.available}`);

describe("the stock an order may use", () => {
  test("is the mirror's, less what others hold, plus what the order gives back", () => {
    const pool = buildPool(
      [level("i", "denver", 5), level("i", "boulder", 3)],
      [{ inventoryItemId: "i", locationId: "denver", units: 4 }],
    );
    expect(shelves({ pool, own: new Map([["i/boulder", 2]]) })).toEqual([
      "boulder SKU-a 5",
      "denver SKU-a 1",
    ]);
  });

  test("leaves out barred shelves and says why", () => {
    const barred = [{ locationId: "denver", inventoryItemId: null, reason: "rejected" }];
    const snapshot = snapshotOf({ barred });
    expect(snapshot.stock.map((row) => row.locationId)).toEqual(["boulder"]);
    expect(snapshot.leftOut).toEqual([{ locationId: "denver", sku: "SKU-a", reason: "rejected" }]);
    expect(
      shelves({ barred: [{ locationId: "denver", inventoryItemId: "other", reason: "x" }] }),
    ).toHaveLength(2);
  });

  test("is one shelf when a person chose it, even a barred one", () => {
    const barred = [{ locationId: "denver", inventoryItemId: null, reason: "rejected" }];
    expect(shelves({ barred, sendToLocationId: "denver" })).toEqual(["denver SKU-a 5"]);
  });

  test("leaves out a location outside the pool, except for customers who pick up there", () => {
    const outsidePool = new Set(["denver"]);
    const snapshot = snapshotOf({ outsidePool });
    expect(snapshot.stock.map((row) => row.locationId)).toEqual(["boulder"]);
    expect(snapshot.leftOut).toEqual([
      { locationId: "denver", sku: "SKU-a", reason: "Not in the pool." },
    ]);
    const pickup = { deliveryMethod: "pickup", pickupLocationId: "denver" } as const;
    expect(shelves({ outsidePool, ...pickup })).toHaveLength(2);
    expect(shelves({ outsidePool, sendToLocationId: "denver" })).toEqual(["denver SKU-a 5"]);
  });

  test("has no end for untracked items where they are stocked, and for custom lines anywhere", () => {
    const items = new Map([["i", { ...item, tracked: false }]]);
    const pool = buildPool([level("i", "denver", 0)], []);
    expect(shelves({ items, pool })).toEqual(["denver SKU-a 1000000"]);
    const lines = [{ lineItemId: "c", inventoryItemId: null, units: 1, unitPrice: "3" }];
    expect(shelves({ lines })).toEqual(["boulder custom:c 1000000", "denver custom:c 1000000"]);
  });

  test("is empty for an item the catalogue does not know yet", () => {
    const lines = [{ lineItemId: "n", inventoryItemId: "new", units: 1, unitPrice: "3" }];
    const snapshot = snapshotOf({ lines });
    expect(snapshot.stock).toEqual([]);
    expect(snapshot.items).toEqual([{ sku: "#new", weightKg: 0, tags: [], unitCost: "0" }]);
  });
});

test("lines of one item share its row, and rows come in the same order however lines came", () => {
  const line = { inventoryItemId: "i", units: 1, unitPrice: "10" };
  const lines = [
    { lineItemId: "b", ...line },
    { lineItemId: "a", ...line },
  ];
  const snapshot = snapshotOf({ lines });
  expect(snapshot.items).toHaveLength(1);
  expect(snapshot.stock).toHaveLength(2);
  expect(snapshotOf({ lines: [...lines].reverse() })).toEqual(snapshot);
});

test("a pickup names its store and has no promise in days", () => {
  const { order } = snapshotOf({ deliveryMethod: "pickup", pickupLocationId: "denver" });
  expect(order).toMatchObject({ pickupLocationId: "denver", maxDeliveryDays: null });
});

describe("units that Shopify has committed to the order already", () => {
  const standing = [{ lineItemId: "a", inventoryItemId: "i", locationId: "denver", units: 2 }];
  const created = "2026-11-21T15:00:00Z";

  test("count as its own once the mirror shows the commitment", () => {
    const pool = buildPool([level("i", "denver", 5, "2026-11-21T15:00:00.400Z")], []);
    expect(findCommittedUnits(standing, created, pool)).toEqual(new Map([["i/denver", 2]]));
  });

  test("do not while the mirror is older than the order", () => {
    const pool = buildPool([level("i", "denver", 5, "2026-11-21T14:59:59Z")], []);
    expect(findCommittedUnits(standing, created, pool)).toEqual(new Map());
  });

  test("need no reservation where they stay, and one where they go", () => {
    const parcel = { distanceKm: null, deliveryDays: 0, cost: "0" };
    const parcels = [
      { ...parcel, locationId: "boulder", lines: [{ lineId: "a", quantity: 1 }] },
      { ...parcel, locationId: "denver", lines: [{ lineId: "a", quantity: 3 }] },
    ];
    const lines = [{ lineItemId: "a", inventoryItemId: "i", units: 4, unitPrice: "1" }];
    const claims = claimStock(parcels, lines, new Map([["i/denver", 2]]));
    expect(claims.map((row) => `${row.locationId} ${row.units} ${row.status}`)).toEqual([
      "boulder 1 active",
      "denver 2 reflected",
      "denver 1 active",
    ]);
  });
});

describe("what rules may ask of an order", () => {
  const network = { ...inputNetwork, timeZone: "America/Denver" };
  // 03:30 UTC on a Sunday is still Saturday evening in Denver, with and without daylight saving.
  test.each([
    ["2026-11-22T03:30:00Z", "20:30"],
    ["2026-07-05T03:30:00Z", "21:30"],
  ])("is the shop's own time and weekday: %s is %s on a Saturday", (placedAt, localTime) => {
    const facts = { ...describeOrder(liveOrder(), defaultRates), placedAt };
    expect(snapshotOf({ network, facts }).order).toMatchObject({ localTime, weekday: 6 });
  });

  test("leaves the time out where the shop's time zone is not known", () => {
    expect(snapshotOf().order).not.toHaveProperty("localTime");
  });

  test("is Shopify's risk level and the product's type, vendor and collections", () => {
    const facts = describeOrder(liveOrder({ riskLevel: "medium" }), defaultRates);
    const shoe = { ...item, productType: "Shoes", vendor: "Acme", collections: ["Sale"] };
    const { order, items } = snapshotOf({ facts, items: new Map([["i", shoe]]) });
    expect(order.riskLevel).toBe("medium");
    expect(items[0]).toMatchObject({ productType: "Shoes", vendor: "Acme", collections: ["Sale"] });
  });
});
