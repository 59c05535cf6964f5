import type { Condition, Ruleset } from "#app/routing/ruleset.ts";
import type { FieldInput } from "./field-input.ts";
import type { Subject } from "./rule-fields.ts";
import {
  conditionSubjects,
  effectSubjects,
  findOperator,
  selectorSubjects,
} from "./rule-fields.ts";
import type {
  ConditionText,
  EffectRow,
  GuardrailText,
  LaneText,
  Row,
  RulesText,
} from "./rules-text.ts";

export interface FinishedRules {
  readonly name: string;
  readonly comment: string;
  /** May break the rule language where something is half typed: `findRuleProblems` says where. */
  readonly ruleset: Ruleset;
  readonly disabled: readonly string[];
}

/** What the editor shows as rules. Numbers that are none stay text, for the check to name them. */
export function finishRulesText(text: RulesText): FinishedRules {
  const { name, comment, guardrails, lanes, whenNothingFits } = text;
  const ruleset = {
    guardrails: guardrails.map(finishGuardrail),
    lanes: lanes.map(finishLane),
    whenNothingFits,
  };
  return {
    name: name.trim(),
    comment: comment.trim(),
    ruleset: ruleset as unknown as Ruleset,
    disabled: guardrails.filter((rule) => !rule.isOn).map((rule) => rule.name.trim()),
  };
}

function finishGuardrail({ name, when, effects, at }: GuardrailText): object {
  return {
    id: name.trim(),
    ...finishWhen(when),
    ...(at.length > 0 ? { at: finishRows(at, selectorSubjects) } : {}),
    ...Object.fromEntries(effects.map((row) => [row.field, finishEffect(row)])),
  };
}

function finishEffect(row: EffectRow): unknown {
  const { input } = findOperator(effectSubjects, row.field).operator;
  if (input.kind === "places") return finishRows(row.places, selectorSubjects);
  return finishValue(row, input);
}

function finishLane({ name, when, priorities }: LaneText): object {
  return { id: name.trim(), ...finishWhen(when), priorities };
}

/** The rows of a condition as the rule language has them; nothing for "every order". */
export function finishWhen({ match, rows }: ConditionText): { readonly when?: Condition } {
  if (rows.length === 0) return {};
  const fields = finishRows(rows, conditionSubjects);
  return { when: (match === "any" ? { match, ...fields } : fields) as Condition };
}

function finishRows<Field extends string>(
  rows: readonly Row<Field>[],
  subjects: readonly Subject<Field>[],
): object {
  return Object.fromEntries(
    rows.map((row) => [
      row.field,
      finishValue(row, findOperator(subjects, row.field).operator.input),
    ]),
  );
}

function finishValue({ field, values }: Row<string>, { kind }: FieldInput): unknown {
  const [first = ""] = values;
  if (kind === "flag") return true;
  if (kind === "list" || kind === "choices") {
    return field === "weekdays" ? values.map(Number) : values;
  }
  return kind === "number" ? readNumber(first) : first.trim();
}

function readNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? text : number;
}
