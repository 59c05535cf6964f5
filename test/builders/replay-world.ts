import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { networkOverTime } from "#app/orders/network-over-time.ts";
import type { DailyLimit, PastOrder, ReplayWorld } from "#app/insights/replay/replay-world.ts";
import type { Scenario } from "#app/insights/scenario/parse-scenario.ts";
import type { Location } from "#app/routing/snapshot.ts";

const DAY_MS = 86_400_000;

/**
 * Past orders of `days` days in the world of a scenario, evenly spread and in the file's order. An
 * item's id is its SKU. Locations open from nine to six on weekdays, in four time zones.
 */
export function replayWorldOf(scenario: Scenario, days: number, unitsPerDay?: number): ReplayWorld {
  const { network, orders } = scenario;
  const rows = network.locations.map(toRow);
  const start = Date.parse(scenario.now) - days * DAY_MS;
  return {
    orders: orders.map((order, at) =>
      toPastOrder(order, new Date(start + (at * days * DAY_MS) / orders.length)),
    ),
    items: new Map(scenario.items.map((item) => [item.sku, { ...item, tracked: true }])),
    opening: scenario.stock.map(({ locationId, sku, available, safetyStock }) => ({
      ...{ inventoryItemId: sku, locationId },
      cell: { available, safetyStock, knownAt: null },
    })),
    movements: [],
    outsidePool: new Set(),
    limits: unitsPerDay === undefined ? [] : rows.map((row) => limitUnits(row, unitsPerDay)),
    networkAt: networkOverTime(network, rows),
  };
}

function limitUnits({ locationId, timeZone }: LocationRow, units: number): DailyLimit {
  const capacity = { orders: null, units, minutes: null, minutesPerOrder: 0, minutesPerUnit: 0 };
  return { locationId, timeZone, capacity };
}

function toPastOrder(order: Scenario["orders"][number], at: Date): PastOrder {
  const { destination } = order;
  const { latitude, longitude, countryCode, provinceCode, postalCode } = destination;
  const placedAt = at.toISOString();
  return {
    orderId: order.id,
    name: `#${order.id}`,
    placedAt,
    shippingCharged: "6.90",
    placed: [],
    trial: {
      facts: {
        ...{ id: order.id, name: `#${order.id}`, createdAt: placedAt, processedAt: placedAt },
        ...{ updatedAt: placedAt, cancelledAt: null, displayFinancialStatus: "PAID" },
        ...{ displayFulfillmentStatus: "FULFILLED", tags: order.tags, sourceName: order.channel },
        ...{ customerTags: order.customerTags, currencyCode: "USD", riskRecommendation: "ACCEPT" },
        shippingLine: { title: order.service, code: order.service },
        shippingAddress: {
          ...{ city: "", provinceCode, countryCodeV2: countryCode, zip: postalCode },
          ...{ latitude, longitude },
        },
      },
      deliveryMethod: order.deliveryMethod,
      pickupLocationId: order.pickupLocationId,
      lines: order.lines.map(({ id, sku, quantity, unitPrice }) => ({
        ...{ lineItemId: id, inventoryItemId: sku, units: quantity, unitPrice },
      })),
    },
  };
}

const ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
const WEEKDAYS = [1, 2, 3, 4, 5].map((day) => ({ day, opens: "09:00", closes: "18:00" }));

function toRow(location: Location, at: number): LocationRow {
  const { id, name, type, rank, handlingPerParcel, handlingPerUnit } = location;
  const { latitude, longitude, countryCode, provinceCode, postalCode } = location;
  return {
    ...{ shopId: "replayed", locationId: id, name, type, rank, address: "", active: true },
    ...{ latitude, longitude, countryCode, provinceCode, postalCode, groups: [], tags: [] },
    ...{ fulfillsOnlineOrders: true, inPool: true, timeZone: ZONES[at % ZONES.length]! },
    ...{ openingHours: WEEKDAYS, cutoff: "15:00", cutoffs: {}, packingRounds: [], specialDays: [] },
    ...{ holidayCountry: "", holidayRegion: "", holidaysOpen: [], unitsPerDay: null },
    ...{ ordersPerDay: null, minutesPerDay: null, safetyStock: 0, paused: false },
    ...{ pausedUntil: null, pausedReason: "", shopifyUpdatedAt: null, updatedAt: new Date(0) },
    handlingPerParcel: new Prisma.Decimal(handlingPerParcel),
    handlingPerUnit: new Prisma.Decimal(handlingPerUnit),
    minutesPerOrder: new Prisma.Decimal(0),
    minutesPerUnit: new Prisma.Decimal(0),
  };
}
