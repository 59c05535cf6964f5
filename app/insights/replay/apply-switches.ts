import type { Network, RateZone, ServiceRates } from "#app/routing/snapshot.ts";
import type { PastOrder, ReplayWorld, Switches } from "./replay-world.ts";

const MONEY_SCALE = 10_000;

/** The world as it would have been: stores closed, demand multiplied, a carrier dearer. */
export function applySwitches(world: ReplayWorld, switches: Switches): ReplayWorld {
  const changed = new Map<Network, Network>();
  return {
    ...world,
    orders: multiplyDemand(world.orders, switches.demandFactor),
    networkAt: (at) => {
      const base = world.networkAt(at);
      const network = changed.get(base) ?? changeNetwork(base, switches);
      changed.set(base, network);
      return network;
    },
  };
}

/** Copies follow their original at once, as other customers wanting the same would have. */
function multiplyDemand(orders: readonly PastOrder[], factor: number): readonly PastOrder[] {
  if (factor === 1) return orders;
  return orders.flatMap((order) =>
    Array.from({ length: factor }, (_, copy) => (copy === 0 ? order : copyOrder(order, copy + 1))),
  );
}

function copyOrder(order: PastOrder, copy: number): PastOrder {
  const orderId = `${order.orderId}·${copy}`;
  const facts = { ...order.trial.facts, id: orderId };
  return {
    ...order,
    orderId,
    name: `${order.name} (${copy})`,
    trial: { ...order.trial, facts },
    placed: [],
  };
}

function changeNetwork(network: Network, switches: Switches): Network {
  const closed = new Set(switches.closedLocationIds);
  return {
    ...network,
    locations: network.locations.map((place) =>
      closed.has(place.id) ? { ...place, paused: true } : place,
    ),
    rates: network.rates.map((rates) => changeRates(rates, switches)),
  };
}

function changeRates(
  rates: ServiceRates,
  { dearerService, dearerPercent }: Switches,
): ServiceRates {
  const isMeant = dearerService === null || dearerService === rates.service;
  if (dearerPercent === 0 || !isMeant) return rates;
  return { ...rates, zones: rates.zones.map((zone) => raiseZone(zone, dearerPercent)) };
}

function raiseZone(zone: RateZone, percent: number): RateZone {
  const { steps } = zone;
  return {
    ...zone,
    parcel: raise(zone.parcel, percent),
    perKg: raise(zone.perKg, percent),
    ...(steps && { steps: steps.map((step) => ({ ...step, price: raise(step.price, percent) })) }),
  };
}

/** Rounded half up to 1/10,000, the engine's smallest amount. */
function raise(amount: string, percent: number): string {
  const scaled = Math.round(Number(amount) * MONEY_SCALE);
  return (Math.round((scaled * (100 + percent)) / 100) / MONEY_SCALE).toFixed(4);
}
