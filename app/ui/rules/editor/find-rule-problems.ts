import type { Ruleset } from "#app/routing/ruleset.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";
import { ContractBreach } from "#app/rules/parse-ruleset-fields.ts";

/** Messages by path: "guardrails[0].when.skus". */
export type RuleProblems = ReadonlyMap<string, string>;

/**
 * Everything in half-typed rules that the rule language refuses: one problem a rule, and what only the
 * whole set shows, such as two rules of one name.
 */
export function findRuleProblems(ruleset: Ruleset): RuleProblems {
  const found = new Map<string, string>();
  const none: Ruleset = { guardrails: [], lanes: [], whenNothingFits: [] };
  ruleset.guardrails.forEach((rule, at) => {
    note(found, { ...none, guardrails: [rule] }, `guardrails[${at}]`);
  });
  ruleset.lanes.forEach((lane, at) => note(found, { ...none, lanes: [lane] }, `lanes[${at}]`));
  if (found.size === 0) note(found, ruleset, "");
  return found;
}

/** Reads rules; a breach is kept under its path, the first rule's place replaced by `place`. */
function note(found: Map<string, string>, ruleset: Ruleset, place: string): void {
  try {
    parseRuleset(ruleset, "$", "product");
  } catch (error) {
    if (!(error instanceof ContractBreach)) throw error;
    const path = error.path.replace(/^\$\.?/, "");
    const within = place === "" ? path : path.replace(/^(guardrails|lanes)\[0\]/, place);
    found.set(within, error.message.slice(error.path.length + 2));
  }
}

/** What the rule language's own words come to on a form. */
const plainWords: Readonly<Record<string, string>> = {
  "must not be empty": "Add at least one",
  "must have an effect": "Say what it demands",
  "must be a string of 1 to 255 characters": "Fill this in",
  "must be a decimal string, up to 6 digits and 4 decimals": "Type an amount, such as 49.50",
  "comes twice": "Another one has this already",
};

/** The message about a field or something inside it, "" when there is none. */
export function problemAt(problems: RuleProblems, path: string): string {
  for (const [at, message] of problems) {
    if (at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`)) {
      return plainWords[message] ?? message.charAt(0).toUpperCase() + message.slice(1);
    }
  }
  return "";
}
