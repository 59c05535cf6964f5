import type { LocationSelector, LocationType } from "#app/routing/ruleset.ts";
import { joinWords } from "./join-words.ts";
import type { RuleWords } from "./rule-words.ts";

const TYPES: Readonly<Record<LocationType, string>> = {
  store: "stores",
  warehouse: "warehouses",
  third_party: "third-party warehouses",
  vendor: "drop-ship vendors",
};

/** The locations a selector names: "stores", "Denver or Boulder", "stores in the group “east”". */
export function describePlaces(selector: LocationSelector, { locationName }: RuleWords): string {
  const types = selector.types?.map((type) => TYPES[type]);
  const names = selector.ids?.map((id) => locationName(id));
  const groups = selector.groups?.map((group) => `“${group}”`);
  return [
    types ? joinWords(types, "or") : "",
    names ? joinWords(names, "or") : "",
    groups ? `${types || names ? "" : "locations "}in the group ${joinWords(groups, "or")}` : "",
  ]
    .filter(Boolean)
    .join(" that are ");
}
