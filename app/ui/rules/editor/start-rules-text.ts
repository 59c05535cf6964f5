import type {
  Condition,
  Guardrail,
  Lane,
  LocationSelector,
  Ruleset,
} from "#app/routing/ruleset.ts";
import type { ConditionKey, EffectKey, SelectorKey } from "./rule-fields.ts";
import type {
  ConditionText,
  EffectRow,
  GuardrailText,
  LaneText,
  Row,
  RulesText,
} from "./rules-text.ts";

export interface StoredRules {
  readonly name: string;
  readonly comment: string;
  readonly ruleset: Ruleset;
  readonly disabled: readonly string[];
}

/** Stored rules as text to edit; `finishRulesText` of it gives the same rules back. */
export function startRulesText({ name, comment, ruleset, disabled }: StoredRules): RulesText {
  let nextKey = 0;
  const newKey = () => `row-${(nextKey += 1)}`;
  const guardrails = ruleset.guardrails.map((rule) =>
    startGuardrail(rule, !disabled.includes(rule.id), newKey),
  );
  const lanes = ruleset.lanes.map((lane) => startLane(lane, newKey));
  const { whenNothingFits } = ruleset;
  return { name, comment, guardrails, lanes, whenNothingFits, nextKey: nextKey + 1 };
}

type NewKey = () => string;

function startGuardrail(
  { id, when, at, ...effects }: Guardrail,
  isOn: boolean,
  newKey: NewKey,
): GuardrailText {
  return {
    ...{ key: newKey(), name: id, isOn },
    when: startCondition(when, newKey),
    effects: Object.entries(effects).map(([field, value]) =>
      startEffect(field as EffectKey, value, newKey),
    ),
    at: startPlaces(at, newKey),
  };
}

function startEffect(field: EffectKey, value: Guardrail[EffectKey], newKey: NewKey): EffectRow {
  const key = newKey();
  if (typeof value === "object") {
    return { key, field, values: [], places: startPlaces(value, newKey) };
  }
  return { key, field, values: value === true ? [] : [String(value)], places: [] };
}

function startPlaces(selector: LocationSelector | undefined, newKey: NewKey): Row<SelectorKey>[] {
  return startRows<SelectorKey>(selector ?? {}, newKey);
}

function startLane({ id, when, priorities }: Lane, newKey: NewKey): LaneText {
  return { key: newKey(), name: id, when: startCondition(when, newKey), priorities };
}

function startCondition(condition: Condition | undefined, newKey: NewKey): ConditionText {
  const { match = "all", ...fields } = condition ?? {};
  return { match, rows: startRows<ConditionKey>(fields, newKey) };
}

function startRows<Field extends string>(
  fields: Partial<Record<Field, unknown>>,
  newKey: NewKey,
): Row<Field>[] {
  return (Object.entries(fields) as [Field, unknown][]).map(([field, value]) => ({
    ...{ key: newKey(), field },
    values: Array.isArray(value) ? value.map(String) : [String(value)],
  }));
}
