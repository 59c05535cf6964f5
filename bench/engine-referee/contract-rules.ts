import type { Guardrail, LocationSelector } from "#app/routing/ruleset.ts";
import {
  daysFrom,
  type Line,
  type Loosened,
  metresTo,
  type Order,
  type Place,
  promisable,
  type State,
} from "./contract-world.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";
import { selectedLines } from "./read-condition.ts";

export interface Refusal {
  readonly code: string;
  readonly rule?: string;
}

/** The guardrails that hold, each with the ids of the lines it binds. */
export function guardrailsInForce(scenario: GeneratedScenario, order: Order) {
  return scenario.ruleset.guardrails.flatMap((rule) => {
    const lines = selectedLines(scenario, order, rule.when);
    return lines ? [{ rule, lineIds: new Set(lines.map((line) => line.id)) }] : [];
  });
}

export function priorities(scenario: GeneratedScenario, order: Order) {
  const lane = scenario.ruleset.lanes.find((l) => selectedLines(scenario, order, l.when));
  return { lane: lane?.id ?? null, priorities: lane?.priorities ?? (["lowest_cost"] as const) };
}

function within(selector: LocationSelector, place: Place): boolean {
  if (selector.types && !selector.types.includes(place.type)) return false;
  if (selector.ids && !selector.ids.includes(place.id)) return false;
  return !selector.groups || place.groups.some((group) => selector.groups!.includes(group));
}

/** Whether the place shares a code with the destination; the customer comes to a pickup. */
function isIn(order: Order, place: Place, code: "countryCode" | "provinceCode"): boolean {
  if (order.deliveryMethod === "pickup") return true;
  return place[code] !== null && place[code] === order.destination[code];
}

/** Why a place takes no part at all. */
export function closedBecause(state: State, order: Order, place: Place): Refusal | null {
  if (place.paused) return { code: "paused" };
  if (state.unitsLeft.get(place.id) === 0) return { code: "no_capacity" };
  if (order.deliveryMethod === "pickup" && order.pickupLocationId !== place.id) {
    return { code: "pickup_elsewhere" };
  }
  return null;
}

/** The first reason why a place can give nothing of a line. */
export function refusedBecause(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  place: Place,
  line: Line,
): Refusal | null {
  const atp = promisable(scenario, state, loosened, place.id, line.sku);
  if (atp === 0) return { code: "no_stock" };
  const metres = metresTo(order, place);
  const late =
    !loosened.promise &&
    order.maxDeliveryDays !== null &&
    daysFrom(scenario, order, place) > order.maxDeliveryDays + loosened.daysLater;
  const tests: [string, (rule: Guardrail) => boolean][] = [
    ["only_from", (rule) => !!rule.onlyFrom && !within(rule.onlyFrom, place)],
    ["never_from", (rule) => !!rule.neverFrom && within(rule.neverFrom, place)],
    ["min_available", (rule) => rule.minAvailable !== undefined && atp < rule.minAvailable],
    [
      "within_km",
      (rule) =>
        rule.withinKm !== undefined &&
        (metres === null || metres > Math.round(rule.withinKm * 1000)),
    ],
    ["within_promise", (rule) => !!rule.withinPromise && late],
    ["stay_in_country", (rule) => !!rule.stayInCountry && !isIn(order, place, "countryCode")],
    [
      "stay_in_province",
      (rule) =>
        !!rule.stayInProvince &&
        !(isIn(order, place, "countryCode") && isIn(order, place, "provinceCode")),
    ],
    ["before_cutoff", (rule) => !!rule.beforeCutoff && place.pastCutoff === true],
  ];
  const rules = guardrailsInForce(scenario, order).filter(
    ({ rule, lineIds }) => lineIds.has(line.id) && (!rule.at || within(rule.at, place)),
  );
  for (const [code, breaks] of tests) {
    const found = rules.find(({ rule }) => breaks(rule));
    if (found) return { code, rule: found.rule.id };
  }
  return null;
}
