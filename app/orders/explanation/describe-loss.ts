import type { Alternative } from "#app/routing/plan.ts";

const LOSSES: Readonly<Record<Alternative["lostOn"], string>> = {
  lowest_cost: "it costs more",
  fewest_parcels: "it needs more parcels",
  nearest: "its parcels travel farther",
  earliest_delivery: "it arrives later",
  location_rank: "its location ranks lower",
  store_first: "it does not ship from a store",
  warehouse_first: "it does not ship from a warehouse",
  clear_aged_stock: "it leaves older stock on the shelf",
  spare_scarce_stock: "it takes stock that will soon run out",
  level_load: "its location has less of the day's capacity left",
  highest_margin: "it earns less after goods and shipping",
  unknown_distance: "its distance is unknown",
  tie_break: "it is just as good, and one of equals has to be taken",
};

/** On what a plan lost to the chosen one; fits after "it lost because". */
export function describeLoss(lostOn: Alternative["lostOn"]): string {
  return LOSSES[lostOn];
}
