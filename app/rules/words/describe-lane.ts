import type { Lane, Priority } from "#app/routing/ruleset.ts";
import type { RuleWords } from "./rule-words.ts";
import { describeOrders } from "./describe-condition.ts";

const PRIORITIES: Readonly<Record<Priority, string>> = {
  lowest_cost: "lowest cost",
  fewest_parcels: "fewest parcels",
  nearest: "shortest way to the customer",
  earliest_delivery: "earliest delivery",
  location_rank: "your ranking of locations",
  store_first: "stores before other locations",
  warehouse_first: "warehouses before other locations",
  clear_aged_stock: "oldest stock first",
  spare_scarce_stock: "sparing stock that is running out",
  level_load: "least busy locations",
  highest_margin: "highest margin",
};

/** A lane as one sentence: "Orders picked up in store: by lowest cost." */
export function describeLane(lane: Lane, isFirst: boolean, words: RuleWords): string {
  const all = isFirst ? "Every order" : "Every other order";
  const orders = lane.when ? describeOrders(lane.when, words) : all;
  return `${orders}: by ${lane.priorities.map((one) => PRIORITIES[one]).join(", then ")}.`;
}
