import type { Alternative } from "#app/routing/plan.ts";

/** On what a plan lost to the chosen one; fits after "it lost because". */
export function describeLoss(lostOn: Alternative["lostOn"]): string {
  switch (lostOn) {
    case "lowest_cost":
      return "it costs more";
    case "fewest_parcels":
      return "it needs more parcels";
    case "nearest":
      return "its parcels travel farther";
    case "earliest_delivery":
      return "it arrives later";
    case "location_rank":
      return "its location ranks lower";
    case "store_first":
      return "it does not ship from a store";
    case "warehouse_first":
      return "it does not ship from a warehouse";
    case "clear_aged_stock":
      return "it leaves older stock on the shelf";
    case "spare_scarce_stock":
      return "it takes stock that will soon run out";
    case "level_load":
      return "its locations have less of the day's capacity left";
    case "highest_margin":
      return "it earns less after goods and shipping";
    case "unknown_distance":
      return "its distance is unknown";
    case "tie_break":
      return "it is just as good, and one of equals has to be taken";
  }
}
