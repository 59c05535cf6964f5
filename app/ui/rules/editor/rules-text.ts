import type { FallbackStep, Priority } from "#app/routing/ruleset.ts";
import type { ConditionKey, EffectKey, SelectorKey } from "./rule-fields.ts";

/**
 * The rules as the editor holds them: rows with text in every field, so that half-typed rules have a
 * shape too. Each row keeps its `key` while it is moved and edited.
 */
export interface RulesText {
  readonly name: string;
  readonly comment: string;
  readonly guardrails: readonly GuardrailText[];
  readonly lanes: readonly LaneText[];
  readonly whenNothingFits: readonly FallbackStep[];
  /** The number of the next row's key. */
  readonly nextKey: number;
}

export interface GuardrailText {
  readonly key: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly when: ConditionText;
  readonly effects: readonly EffectRow[];
  /** The locations its effects bind; no rows: all. */
  readonly at: readonly Row<SelectorKey>[];
}

export interface LaneText {
  readonly key: string;
  readonly name: string;
  readonly when: ConditionText;
  readonly priorities: readonly Priority[];
}

/** No rows: every order. */
export interface ConditionText {
  readonly match: "all" | "any";
  readonly rows: readonly Row<ConditionKey>[];
}

export interface Row<Field extends string> {
  readonly key: string;
  readonly field: Field;
  /** The entries of a list; of a single value at most one. */
  readonly values: readonly string[];
}

export interface EffectRow extends Row<EffectKey> {
  /** The locations that `onlyFrom` and `neverFrom` name. */
  readonly places: readonly Row<SelectorKey>[];
}
