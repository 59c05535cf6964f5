import { BlockStack, Button, Icon, InlineStack, Select, Text } from "@shopify/polaris";
import { DeleteIcon, DragHandleIcon } from "./icons.tsx";
import type { Choice } from "./field-input.ts";
import { ReorderButtons } from "./reorder-buttons.tsx";
import { useDraggableRow } from "./use-draggable-row.ts";
import { useReorder } from "./use-reorder.ts";

interface OrderedPicksProps {
  /** Unique among the lists on the page. */
  readonly id: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly addLabel: string;
  readonly error: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** A list in which the order counts, each value once: priorities, steps. */
export function OrderedPicks(props: OrderedPicksProps) {
  const { id, values, choices, addLabel, error, onChange } = props;
  const nameOf = (value: string) => choices.find((one) => one.value === value)?.label ?? value;
  const move = useReorder({
    ...{ items: values, onChange, nameOf },
    keyOf: (value) => `${id}-${value}`,
  });
  const left = choices.filter(({ value }) => !values.includes(value));
  return (
    <BlockStack gap="200">
      <ol className="rule-list">
        {values.map((value, at) => (
          <PickRow
            key={value}
            {...{ id, value, position: at, count: values.length, onMove: move }}
            name={nameOf(value)}
            onRemove={() => onChange(values.filter((one) => one !== value))}
          />
        ))}
      </ol>
      {left.length > 0 ? (
        <Select
          label={addLabel}
          labelInline
          options={[{ value: "", label: "Choose…" }, ...left]}
          value=""
          error={error}
          onChange={(value) => onChange([...values, value])}
        />
      ) : null}
    </BlockStack>
  );
}

interface PickRowProps {
  readonly id: string;
  readonly value: string;
  readonly name: string;
  readonly position: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

function PickRow({ id, value, name, position, count, onMove, onRemove }: PickRowProps) {
  const { row, handle } = useDraggableRow({ list: id, position, onMove });
  return (
    <li ref={row}>
      <InlineStack gap="200" blockAlign="center" align="space-between" wrap={false}>
        <InlineStack gap="100" blockAlign="center" wrap={false}>
          <span ref={handle} className="rule-handle" aria-hidden>
            <Icon source={DragHandleIcon} tone="subdued" />
          </span>
          <Text as="span">
            {position + 1}. {name}
          </Text>
        </InlineStack>
        <InlineStack gap="100" wrap={false}>
          <ReorderButtons
            {...{ position, count, what: name }}
            id={`${id}-${value}`}
            onMove={(to) => onMove(position, to)}
          />
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            accessibilityLabel={`Remove ${name}`}
            onClick={onRemove}
          />
        </InlineStack>
      </InlineStack>
    </li>
  );
}
