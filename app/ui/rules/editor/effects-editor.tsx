import { BlockStack, Box, Button, Checkbox, InlineStack, Select, Text } from "@shopify/polaris";
import { useEditorAids } from "./editor-context.ts";
import { FieldRows } from "./field-rows.tsx";
import { problemAt } from "./find-rule-problems.ts";
import { DeleteIcon } from "./icons.tsx";
import type { EffectKey } from "./rule-fields.ts";
import { effectSubjects, findOperator, selectorSubjects } from "./rule-fields.ts";
import type { EffectRow, GuardrailText } from "./rules-text.ts";
import { ValueInput } from "./value-input.tsx";

interface EffectsEditorProps {
  readonly guardrail: GuardrailText;
  /** Where the guardrail stands in the ruleset: "guardrails[0]". */
  readonly path: string;
  readonly onChange: (guardrail: GuardrailText) => void;
}

/** What a guardrail demands, and of which locations. */
export function EffectsEditor({ guardrail, path, onChange }: EffectsEditorProps) {
  const { newKey, problems } = useEditorAids();
  const { effects } = guardrail;
  const left = effectSubjects.filter(
    ({ operators }) => !effects.some(({ field }) => field === operators[0]?.key),
  );
  const add = (field: EffectKey) =>
    onChange({
      ...guardrail,
      effects: [...effects, { key: newKey(), field, values: [], places: [] }],
    });
  const put = (row: EffectRow) =>
    onChange({
      ...guardrail,
      effects: effects.map((known) => (known.key === row.key ? row : known)),
    });
  const remove = (key: string) =>
    onChange({ ...guardrail, effects: effects.filter((row) => row.key !== key) });
  return (
    <BlockStack gap="300">
      {effects.map((row) => (
        <EffectField
          key={row.key}
          row={row}
          path={`${path}.${row.field}`}
          onChange={put}
          onRemove={() => remove(row.key)}
        />
      ))}
      <Select
        label="Add a demand"
        labelInline
        options={[
          { value: "", label: "Choose…" },
          ...left.map(({ label, operators }) => ({ value: operators[0]?.key ?? "", label })),
        ]}
        value=""
        error={effects.length === 0 ? problemAt(problems, path) : ""}
        onChange={(field: EffectKey) => add(field)}
      />
      <ScopeEditor {...{ guardrail, path, onChange }} />
    </BlockStack>
  );
}

interface EffectFieldProps {
  readonly row: EffectRow;
  readonly path: string;
  readonly onChange: (row: EffectRow) => void;
  readonly onRemove: () => void;
}

function EffectField({ row, path, onChange, onRemove }: EffectFieldProps) {
  const { problems } = useEditorAids();
  const { subject, operator } = findOperator(effectSubjects, row.field);
  const { input } = operator;
  return (
    <BlockStack gap="200">
      <div className="rule-row" role="group" aria-label={subject.label}>
        <Text as="span">{subject.label}</Text>
        <div className="rule-row-value">
          <ValueInput
            {...{ input, path, values: row.values, label: subject.label }}
            onChange={(values) => onChange({ ...row, values })}
          />
        </div>
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={`Remove ${subject.label}`}
          onClick={onRemove}
        />
      </div>
      {input.kind === "places" ? (
        <Box paddingInlineStart="400">
          <FieldRows
            rows={row.places}
            subjects={selectorSubjects}
            lead={(at) => (at === 0 ? "" : "and")}
            addLabel={row.places.length === 0 ? "Say where" : "Narrow the locations down"}
            path={path}
            onChange={(places) => onChange({ ...row, places })}
          />
          {row.places.length === 0 ? (
            <Text as="p" tone="critical">
              {problemAt(problems, path)}
            </Text>
          ) : null}
        </Box>
      ) : null}
    </BlockStack>
  );
}

/** "At these locations only", for demands on single locations. */
function ScopeEditor({ guardrail, path, onChange }: EffectsEditorProps) {
  const { newKey, problems } = useEditorAids();
  const { at } = guardrail;
  const problem = problemAt(problems, `${path}.at`);
  const switchScope = (isOn: boolean) =>
    onChange({
      ...guardrail,
      at: isOn ? [{ key: newKey(), field: "types", values: ["store"] }] : [],
    });
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Checkbox
          label="It binds some locations only"
          checked={at.length > 0}
          onChange={switchScope}
          {...(problem ? { error: problem } : {})}
        />
      </InlineStack>
      {at.length > 0 ? (
        <FieldRows
          rows={at}
          subjects={selectorSubjects}
          lead={(position) => (position === 0 ? "Where" : "and")}
          addLabel="Narrow the locations down"
          path={`${path}.at`}
          onChange={(rows) => onChange({ ...guardrail, at: rows })}
        />
      ) : null}
    </BlockStack>
  );
}
