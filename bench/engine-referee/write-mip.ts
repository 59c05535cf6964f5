import { closedBecause, guardrailsInForce, refusedBecause } from "./contract-rules.ts";
import {
  cents,
  daysFrom,
  type Loosened,
  metresTo,
  type Order,
  type Place,
  promisable,
  type State,
} from "./contract-world.ts";
import { measureShares } from "./evaluate-plan.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** A mixed-integer program in CPLEX LP parts: what to press, what holds, and the variables. */
export interface Mip {
  readonly places: readonly Place[];
  readonly rows: readonly string[];
  readonly integers: readonly string[];
  readonly binaries: readonly string[];
  /** Objective terms per criterion. */
  readonly terms: Readonly<Record<string, string>>;
}

/** Names: x_l_j units of line j from place l, y_l a parcel from l, z_g_l it carries rule g's lines. */
export function writeMip(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  strict: Loosened,
): Mip {
  const places = scenario.locations.filter((place) => !closedBecause(state, order, place));
  const rows: string[] = [];
  const integers: string[] = [];
  const units = (l: number) => order.lines.map((_, j) => `x_${l}_${j}`);
  places.forEach((place, l) => {
    integers.push(...units(l));
    rows.push(`${units(l).join(" + ")} - y_${l} >= 0`);
    rows.push(`${units(l).join(" + ")} <= ${state.unitsLeft.get(place.id) ?? 1e6}`);
    order.lines.forEach((line, j) => {
      const refused = refusedBecause(scenario, order, state, strict, place, line);
      const atp = promisable(scenario, state, strict, place.id, line.sku);
      const most = refused ? 0 : Math.min(atp, line.quantity);
      rows.push(`x_${l}_${j} - ${most} y_${l} <= 0`);
      const same = order.lines.flatMap((o, at) => (o.sku === line.sku ? [`x_${l}_${at}`] : []));
      rows.push(`${same.join(" + ")} <= ${atp}`);
    });
  });
  order.lines.forEach((line, j) => {
    rows.push(`${places.map((_, l) => `x_${l}_${j}`).join(" + ")} = ${line.quantity}`);
  });
  const terms = writeTerms(scenario, order, places);
  const binaries = [...places.map((_, l) => `y_${l}`), "split"];
  const count = places.map((_, l) => `y_${l}`).join(" + ");
  rows.push(`${count} - ${places.length} split <= 1`);
  places.forEach((place, l) => {
    rows.push(`latest - ${daysFrom(scenario, order, place)} y_${l} >= 0`);
  });
  addRules(scenario, order, places, { rows, binaries, cost: terms.lowest_cost! });
  return { places, rows, integers, binaries, terms };
}

function writeTerms(scenario: GeneratedScenario, order: Order, places: readonly Place[]) {
  const perParcel = (value: (place: Place) => number) =>
    places.map((place, l) => `${value(place)} y_${l}`).join(" + ");
  const metres = places.map((place) => metresTo(order, place));
  return {
    unknown_distance: perParcel((place) => (metresTo(order, place) === null ? 1 : 0)),
    fewest_parcels: perParcel(() => 1),
    nearest: places.map((_, l) => `${metres[l] ?? 20_100_000} y_${l}`).join(" + "),
    earliest_delivery: "latest",
    location_rank: perParcel((place) => place.rank),
    store_first: perParcel((place) => (place.type === "store" ? 0 : 1)),
    warehouse_first: perParcel((place) => (place.type === "warehouse" ? 0 : 1)),
    lowest_cost: writeCost(scenario, order, places),
  };
}

/** Prices of parcel and unit, each read off a plan of one unit; the split penalty on every parcel. */
function writeCost(scenario: GeneratedScenario, order: Order, places: readonly Place[]): string {
  const penalty = cents(scenario.splitPenalty);
  const terms = places.flatMap((place, l) => {
    const priceOf = (lineId: string, quantity: number) =>
      measureShares(scenario, order, [{ locationId: place.id, lineId, quantity }]).lowest_cost;
    const priced = order.lines.map((line) => {
      const isStocked = scenario.stock.some((s) => s.locationId === place.id && s.sku === line.sku);
      return isStocked ? { one: priceOf(line.id, 1), two: priceOf(line.id, 2) } : null;
    });
    const known = priced.find((each) => each !== null);
    const parcel = known ? 2 * known.one - known.two : 0;
    const each = priced.map((p, j) => `${p ? p.two - p.one : 0} x_${l}_${j}`);
    return [`${parcel + penalty} y_${l}`, ...each];
  });
  return terms.join(" + ").replaceAll("+ -", "- ");
}

function addRules(
  scenario: GeneratedScenario,
  order: Order,
  places: readonly Place[],
  mip: { readonly rows: string[]; readonly binaries: string[]; readonly cost: string },
): void {
  const profit = order.lines.reduce((sum, line) => {
    const item = scenario.items.find(({ sku }) => sku === line.sku)!;
    return sum + line.quantity * (cents(line.unitPrice) - cents(item.unitCost));
  }, 0);
  guardrailsInForce(scenario, order).forEach(({ rule, lineIds }, g) => {
    if (rule.minMargin !== undefined) {
      const most = profit - cents(rule.minMargin) + cents(scenario.splitPenalty);
      mip.rows.push(`${mip.cost} <= ${most}`);
    }
    const most = rule.sameParcel ? 1 : rule.maxParcels;
    const least = rule.minParcelValue === undefined ? 0 : cents(rule.minParcelValue);
    if (most === undefined && least === 0) return;
    places.forEach((_, l) => {
      mip.binaries.push(`z_${g}_${l}`);
      order.lines.forEach((line, j) => {
        if (lineIds.has(line.id)) mip.rows.push(`x_${l}_${j} - ${line.quantity} z_${g}_${l} <= 0`);
      });
      const worth = order.lines.map((line, j) => `${cents(line.unitPrice)} x_${l}_${j}`);
      mip.rows.push(`${worth.join(" + ")} - ${least} z_${g}_${l} - ${least} split >= -${least}`);
    });
    const carriers = places.map((_, l) => `z_${g}_${l}`).join(" + ");
    mip.rows.push(`${carriers} <= ${Math.min(most ?? places.length, rule.maxParcels ?? 1e6)}`);
  });
}
