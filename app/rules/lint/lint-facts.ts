import type { Condition, LocationType } from "#app/routing/ruleset.ts";
import type { RuleWords } from "../words/rule-words.ts";

/** What the shop knows that a ruleset alone does not tell. Plain JSON: the server sends it to the editor. */
export interface LintFacts {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Every location that may ship, paused ones included. */
  readonly locations: readonly LintLocation[];
  /** Values the ruleset names that nothing in the shop carries, by condition field. */
  readonly unusedValues: Readonly<Partial<Record<keyof Condition, readonly string[]>>>;
  /** Null when not counted. */
  readonly matches: RuleMatches | null;
}

export interface LintLocation {
  readonly id: string;
  readonly name: string;
  readonly type: LocationType;
  readonly groups: readonly string[];
}

/**
 * Which of the last orders each condition fits. By condition and not by rule: reordering or renaming a
 * rule keeps what is known, and an edited condition counts as unknown until it is counted again.
 */
export interface RuleMatches {
  /** How many of the last orders were looked at. */
  readonly orders: number;
  /** By `conditionKey`: the orders that fit, as ascending positions from 0. */
  readonly fitting: Readonly<Record<string, readonly number[]>>;
}

/** The name under which `RuleMatches` keeps a condition, whatever the order of its keys. */
export function conditionKey(condition: Condition | undefined): string {
  const fields = Object.entries(condition ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(fields));
}

/** How many of the last orders the condition fits; null when that was not counted. */
export function countFitting(
  { matches }: LintFacts,
  condition: Condition | undefined,
): { readonly fit: number; readonly of: number } | null {
  const fitting = matches?.fitting[conditionKey(condition)];
  return matches && fitting ? { fit: fitting.length, of: matches.orders } : null;
}

/** How rules are put in words for this shop. */
export function wordsOf({ locations, currency }: LintFacts): RuleWords {
  const names = new Map(locations.map(({ id, name }) => [id, name]));
  return { currency, locationName: (id) => names.get(id) ?? `location ${id}, which is gone` };
}
