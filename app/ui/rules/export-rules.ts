import type { Ruleset } from "#app/routing/ruleset.ts";

/** Saves rules as a JSON file on the person's device, in the form that import reads. */
export function exportRules(name: string, ruleset: Ruleset): void {
  const file = new Blob([`${JSON.stringify(ruleset, null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name.trim().replaceAll(/[^\w-]+/g, "-") || "rules"}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
