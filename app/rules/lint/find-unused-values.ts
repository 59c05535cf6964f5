import type { Condition } from "#app/routing/ruleset.ts";
import { quoteAny } from "../words/quote-any.ts";
import type { Finding } from "./finding.ts";
import type { LintInput } from "./lint-input.ts";
import { listConditions } from "./list-conditions.ts";
import { nameRule } from "./name-rule.ts";

/** Who would carry the value, by field; fields whose values are checked nowhere are absent. */
const CARRIERS: Readonly<Partial<Record<keyof Condition, string>>> = {
  itemTags: "no product is tagged",
  skus: "no product has the SKU",
  productTypes: "no product is of the type",
  vendors: "no product comes from the vendor",
  collections: "no product is in the collection",
  orderTags: "no order so far is tagged",
  customerTags: "no customer so far is tagged",
  channels: "no order so far came from",
  services: "none of your rates is for the service",
};

/** Tags, SKUs and other names that nothing in the shop carries: a typing error, or left over. */
export function findUnusedValues(input: LintInput): Finding[] {
  return listConditions(input).flatMap(({ ruleId, condition, path }) =>
    (Object.keys(CARRIERS) as (keyof Condition)[]).flatMap((field): Finding[] => {
      const unused = listUnused(input, condition, field);
      if (unused.length === 0) return [];
      const message = `In ${nameRule({ id: ruleId })}: ${CARRIERS[field]} ${quoteAny(unused)}. Check the spelling, or remove what is left over.`;
      const severity = "hint";
      return [
        { code: "unused_value", severity, path: `${path}.${field}`, message, ruleIds: [ruleId] },
      ];
    }),
  );
}

function listUnused({ facts }: LintInput, condition: Condition, field: keyof Condition): string[] {
  const known = facts.unusedValues[field] ?? [];
  const named = condition[field];
  if (!Array.isArray(named)) return [];
  return (named as readonly unknown[]).map(String).filter((value) => known.includes(value));
}
