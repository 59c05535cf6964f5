import type { Priority } from "#app/routing/ruleset.ts";
import type { Location, Snapshot } from "#app/routing/snapshot.ts";

/** Units of each line per location, and the values the plan is compared by. */
export interface TriedPlan {
  readonly units: readonly (readonly number[])[];
  readonly parcelCosts: readonly (number | null)[];
  readonly cost: number;
}

interface Compared extends TriedPlan {
  readonly values: readonly (number | string)[];
}

const money = (amount: string) => Math.round(Number(amount) * 10_000);
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * The best plan of all there are, worked out from the snapshot alone: every way to give the units of
 * every line to the locations, priced parcel by parcel. Null when not one unit may ship.
 */
export function tryEveryPlan(snapshot: Snapshot): TriedPlan | null {
  const { network, order, unitsLeftToday } = snapshot;
  const places = [...network.locations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const units = places.map(() => order.lines.map(() => 0));
  let best: Compared | null = null;
  const judge = () => {
    const plan = comparePlan(snapshot, places, units);
    if (plan && (!best || isBefore(plan.values, best.values))) best = plan;
  };
  const give = (line: number, at: number, missing: number): void => {
    if (line === order.lines.length) return judge();
    if (at === places.length) {
      const mayLeave = missing === 0 || network.ruleset.whenNothingFits.includes("partial");
      return mayLeave ? give(line + 1, 0, order.lines[line + 1]?.quantity ?? 0) : undefined;
    }
    const { id } = places[at]!;
    const { sku } = order.lines[line]!;
    const taken = order.lines.reduce(
      (n, each, i) => (each.sku === sku ? n + units[at]![i]! : n),
      0,
    );
    const total = units[at]!.reduce((sum, each) => sum + each, 0);
    const free = Math.min(
      availableAt(snapshot, id, sku) - taken,
      (unitsLeftToday[id] ?? Infinity) - total,
    );
    for (let amount = 0; amount <= Math.min(missing, free); amount++) {
      units[at]![line] = amount;
      give(line, at + 1, missing - amount);
    }
    units[at]![line] = 0;
  };
  give(0, 0, order.lines[0]!.quantity);
  return best;
}

function availableAt({ stock }: Snapshot, locationId: string, sku: string): number {
  return stock.find((row) => row.locationId === locationId && row.sku === sku)?.available ?? 0;
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at]! !== b[at]!) return a[at]! < b[at]!;
  }
  return false;
}

function comparePlan(
  snapshot: Snapshot,
  places: readonly Location[],
  units: readonly (readonly number[])[],
): Compared | null {
  const { network, order } = snapshot;
  const parcelCosts = places.map((place, at) => priceParcel(snapshot, place, units[at]!));
  const parcels = parcelCosts.filter((cost) => cost !== null);
  if (parcels.length === 0) return null;
  const cost =
    parcels.reduce((sum, each) => sum + each, 0) +
    money(network.splitPenalty) * (parcels.length - 1);
  const shipped = (line: number) => units.reduce((sum, row) => sum + row[line]!, 0);
  const earned = order.lines.reduce(
    (sum, { unitPrice }, line) => sum + shipped(line) * (money(unitPrice) - 10_000),
    -cost,
  );
  const margin = network.ruleset.guardrails[0]?.minMargin;
  if (margin !== undefined && earned < money(margin)) return null;
  const kilometres = places.reduce(
    (sum, place, at) => (parcelCosts[at] === null ? sum : sum + metres(order.destination, place)),
    0,
  );
  const measures: Partial<Record<Priority, number>> = {
    lowest_cost: cost,
    fewest_parcels: parcels.length,
    nearest: kilometres,
  };
  const unfilled = order.lines.reduce(
    (sum, { quantity }, line) => sum + quantity - shipped(line),
    0,
  );
  const triples = places.flatMap(({ id }, at) =>
    order.lines.flatMap((line, index) => {
      const amount = units[at]![index]!;
      return amount > 0 ? [id, line.id, amount] : [];
    }),
  );
  const ranked = network.ruleset.lanes[0]!.priorities.map((priority) => measures[priority]!);
  const copy = units.map((row) => [...row]);
  return { units: copy, parcelCosts, cost, values: [unfilled, ...ranked, ...triples] };
}

/** A parcel by the words of the rate card: its whole weight finds the step. Null when it is empty. */
function priceParcel(
  { network, items, stock, order }: Snapshot,
  place: Location,
  units: readonly number[],
): number | null {
  if (units.every((amount) => amount === 0)) return null;
  const km = metres(order.destination, place) / 1000;
  const zone = network.rates[0]!.zones.find(({ upToKm }) => upToKm === null || km <= upToKm)!;
  const gramsOf = (line: number) =>
    Math.round(items.find(({ sku }) => sku === order.lines[line]!.sku)!.weightKg * 1000);
  const grams = units.reduce((sum, amount, line) => sum + amount * gramsOf(line), 0);
  const perKg = money(zone.perKg);
  const linear = units.reduce(
    (sum, amount, line) => sum + amount * Math.round((gramsOf(line) * perKg) / 1000),
    money(zone.parcel),
  );
  const step = zone.steps?.find(({ upToKg }) => upToKg === null || grams <= upToKg * 1000);
  const named = Math.max(0, ...(zone.steps ?? []).map(({ upToKg }) => (upToKg ?? 0) * 1000));
  const beyond = step?.upToKg === null ? Math.round(((grams - named) * perKg) / 1000) : 0;
  const shipping = step ? money(step.price) + beyond : linear;
  const handling = units.reduce((sum, amount, line) => {
    const { sku } = order.lines[line]!;
    const row = stock.find((each) => each.locationId === place.id && each.sku === sku);
    return sum + amount * (money(place.handlingPerUnit) + money(row?.opportunityCost ?? "0"));
  }, money(place.handlingPerParcel));
  return shipping + handling;
}

/** Great-circle distance by the contract's haversine formula, in whole metres. */
function metres(from: Snapshot["order"]["destination"], to: Location): number {
  const north = Math.sin(radians(to.latitude! - from.latitude!) / 2) ** 2;
  const east = Math.sin(radians(to.longitude! - from.longitude!) / 2) ** 2;
  const cosines = Math.cos(radians(from.latitude!)) * Math.cos(radians(to.latitude!));
  return Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(north + cosines * east)));
}
