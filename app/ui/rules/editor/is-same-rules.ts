import type { FinishedRules } from "./finish-rules-text.ts";

/** Whether two sets say the same, whatever the order of their keys: the database keeps its own. */
export function isSameRules(one: FinishedRules, other: FinishedRules): boolean {
  return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
