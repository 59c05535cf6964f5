import type { Ruleset } from "#app/routing/ruleset.ts";
import { startDraft } from "#app/rules/start-draft.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Lanes and steps that leave the choice to one guardrail. */
export function onlyFrom(type: "store" | "warehouse"): Ruleset {
  return {
    guardrails: [{ id: `only ${type}s`, onlyFrom: { types: [type] } }],
    lanes: [{ id: "everything", priorities: ["lowest_cost"] }],
    whenNothingFits: ["exception"],
  };
}

/** Begins a draft of these rules and returns its id. */
export async function beginDraft(shop: ShopContext, ruleset: Ruleset): Promise<string> {
  const source = { ruleset, disabled: [] };
  const outcome = await startDraft(shop, { name: "Try it", comment: "", source });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.draftId;
}
