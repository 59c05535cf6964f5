import type { FallbackStep, Priority } from "#app/routing/ruleset.ts";
import { prioritiesOf, stepsOf } from "#app/rules/ruleset-keys.ts";
import { describeSteps } from "#app/rules/words/describe-steps.ts";
import { capitalise } from "../../capitalise.ts";
import type { Choice } from "./field-input.ts";

const priorityNames: Readonly<Record<Priority, string>> = {
  lowest_cost: "Lowest cost",
  fewest_parcels: "Fewest parcels",
  nearest: "Nearest to the customer",
  earliest_delivery: "Earliest delivery",
  location_rank: "Your ranking of locations",
  store_first: "Stores first",
  warehouse_first: "Warehouses first",
  clear_aged_stock: "Clear the oldest stock",
  spare_scarce_stock: "Spare scarce stock",
  level_load: "Level the load",
  highest_margin: "Highest margin",
};

export const priorityChoices: readonly Choice[] = prioritiesOf("product").map((value) => ({
  value,
  label: priorityNames[value],
}));

export const stepChoices: readonly Choice[] = stepsOf("product").map((value: FallbackStep) => ({
  value,
  label: capitalise(describeSteps([value]).join("")),
}));
