import type { Lane, Priority } from "#app/routing/ruleset.ts";
import type { RuleWords } from "./rule-words.ts";
import { describeOrders } from "./describe-condition.ts";

const PRIORITIES: Readonly<Record<Priority, string>> = {
  lowest_cost: "the lowest cost",
  fewest_parcels: "the fewest parcels",
  nearest: "the shortest way to the customer",
  earliest_delivery: "the earliest delivery",
  location_rank: "your ranking of locations",
  store_first: "stores before other locations",
  warehouse_first: "warehouses before other locations",
};

/** A lane as one sentence: "Orders picked up in store: by the lowest cost." */
export function describeLane(lane: Lane, isFirst: boolean, words: RuleWords): string {
  const all = isFirst ? "Every order" : "Every other order";
  const orders = lane.when ? describeOrders(lane.when, words) : all;
  return `${orders}: by ${lane.priorities.map((one) => PRIORITIES[one]).join(", then ")}.`;
}
