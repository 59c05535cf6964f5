import { BlockStack, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "./icons.tsx";
import { useEditorAids } from "./editor-context.ts";
import type { Subject } from "./rule-fields.ts";
import { findOperator } from "./rule-fields.ts";
import type { Row } from "./rules-text.ts";
import { ValueInput } from "./value-input.tsx";

interface FieldRowsProps<Field extends string> {
  readonly rows: readonly Row<Field>[];
  readonly subjects: readonly Subject<Field>[];
  /** The word a row begins with: "If", "and". */
  readonly lead: (at: number) => string;
  readonly addLabel: string;
  /** Where the rows stand in the ruleset: "lanes[0].when". */
  readonly path: string;
  readonly onChange: (rows: readonly Row<Field>[]) => void;
}

/** Rows that read as sentences: "If [field] [operator] [value]". A field comes once. */
export function FieldRows<Field extends string>(props: FieldRowsProps<Field>) {
  const { rows, subjects, lead, addLabel, path, onChange } = props;
  const { newKey } = useEditorAids();
  const unused = listUnused(subjects, rows);
  const next = unused[0];
  const add = () => next && onChange([...rows, { key: newKey(), field: next, values: [] }]);
  const put = (row: Row<Field>) =>
    onChange(rows.map((known) => (known.key === row.key ? row : known)));
  return (
    <BlockStack gap="300">
      {rows.map((row, at) => (
        <FieldRow
          key={row.key}
          {...{ row, subjects, unused }}
          lead={lead(at)}
          path={`${path}.${row.field}`}
          onChange={put}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      {next ? (
        <InlineStack>
          <Button icon={PlusIcon} variant="plain" onClick={add}>
            {addLabel}
          </Button>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

interface FieldRowProps<Field extends string> {
  readonly row: Row<Field>;
  readonly subjects: readonly Subject<Field>[];
  readonly unused: readonly Field[];
  readonly lead: string;
  readonly path: string;
  readonly onChange: (row: Row<Field>) => void;
  readonly onRemove: () => void;
}

function FieldRow<Field extends string>(props: FieldRowProps<Field>) {
  const { row, subjects, unused, lead, path, onChange, onRemove } = props;
  const { subject, operator } = findOperator(subjects, row.field);
  const isOpen = (key: Field) => key === row.field || unused.includes(key);
  const asked = (field: Field) =>
    onChange({ ...row, field, values: field === row.field ? row.values : [] });
  const subjectChoices = subjects
    .map(({ label, operators }) => ({
      label,
      value: operators.find(({ key }) => isOpen(key))?.key,
    }))
    .map(({ label, value }) => ({ label, value: label === subject.label ? row.field : value }))
    .filter((one): one is { label: string; value: Field } => one.value !== undefined);
  const operatorChoices = subject.operators
    .filter(({ key }) => isOpen(key))
    .map(({ key, label }) => ({ value: key, label }));
  return (
    <div className="rule-row" role="group" aria-label={`${subject.label} ${operator.label}`}>
      <Text as="span" tone="subdued">
        {lead}
      </Text>
      <Select
        label="Field"
        labelHidden
        options={subjectChoices}
        value={row.field}
        onChange={asked}
      />
      {subject.operators.length > 1 ? (
        <Select
          label="Comparison"
          labelHidden
          options={operatorChoices}
          value={row.field}
          onChange={asked}
        />
      ) : (
        <Text as="span">{operator.label}</Text>
      )}
      <div className="rule-row-value">
        <ValueInput
          label={`${subject.label} ${operator.label}`}
          input={operator.input}
          values={row.values}
          path={path}
          onChange={(values) => onChange({ ...row, values })}
        />
      </div>
      <Button
        icon={DeleteIcon}
        variant="tertiary"
        accessibilityLabel={`Remove ${subject.label} ${operator.label}`}
        onClick={onRemove}
      />
    </div>
  );
}

function listUnused<Field extends string>(
  subjects: readonly Subject<Field>[],
  rows: readonly Row<Field>[],
): Field[] {
  return subjects
    .flatMap(({ operators }) => operators.map(({ key }) => key))
    .filter((key) => !rows.some((row) => row.field === key));
}
