import { z } from "zod";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import { ContractBreach } from "#app/rules/parse-ruleset-fields.ts";

/** A ruleset in the product's whole language; the first thing wrong is an issue under its own path. */
export const rulesetSchema = z.unknown().transform((value, context): Ruleset => {
  try {
    return parseRuleset(value, "$", "product");
  } catch (error) {
    if (!(error instanceof ContractBreach)) throw error;
    const path = error.path.replace(/^\$\.?/, "");
    const message = error.message.slice(error.path.length + 2);
    context.addIssue({ code: "custom", message, ...(path ? { path: [path] } : {}) });
    return z.NEVER;
  }
});
