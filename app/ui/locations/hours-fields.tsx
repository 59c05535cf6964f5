import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { SpanFields } from "./span-fields.tsx";
import type { SpanDraft } from "./settings-draft.ts";
import { weekdays } from "./settings-draft.ts";

interface HoursFieldsProps {
  readonly hours: readonly SpanDraft[];
  readonly error: string;
  readonly onChange: (hours: readonly SpanDraft[]) => void;
}

const mostOpenings = 3;

/** Opening hours by weekday. A day without hours is closed, but no hours at all means always open. */
export function HoursFields({ hours, error, onChange }: HoursFieldsProps) {
  const hoursOf = (day: number) => hours.filter((span) => span.day === day);
  const change = (day: number, changed: readonly SpanDraft[]) =>
    onChange(
      [...hours.filter((span) => span.day !== day), ...changed].sort((a, b) => a.day - b.day),
    );
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          Open
        </Text>
        <Text as="p" tone="subdued">
          {hours.length > 0
            ? "Days without hours are closed. A closing time before the opening time is after midnight; the work then counts for the day on which it began."
            : "No hours yet: open every day, around the clock."}
        </Text>
      </BlockStack>
      {weekdays.map((name, index) => (
        <DayFields
          key={name}
          name={name}
          day={index + 1}
          hours={hoursOf(index + 1)}
          closedText={hours.length > 0 ? "Closed" : "Around the clock"}
          onChange={(changed) => change(index + 1, changed)}
        />
      ))}
      {error ? <InlineError fieldID="hours" message={error} /> : null}
    </BlockStack>
  );
}

interface DayFieldsProps {
  readonly name: string;
  readonly day: number;
  readonly hours: readonly SpanDraft[];
  /** What a day without hours of its own means. */
  readonly closedText: string;
  readonly onChange: (hours: readonly SpanDraft[]) => void;
}

function DayFields({ name, day, hours, closedText, onChange }: DayFieldsProps) {
  const add = () => {
    const last = hours.at(-1);
    const next = last
      ? { opens: last.closes, closes: "22:00" }
      : { opens: "09:00", closes: "18:00" };
    onChange([...hours, { day, ...next }]);
  };
  return (
    <InlineStack gap="200" align="space-between" blockAlign="start">
      <BlockStack>
        <Text as="span" fontWeight="medium">
          {name}
        </Text>
        {hours.length === 0 ? (
          <Text as="span" tone="subdued">
            {closedText}
          </Text>
        ) : null}
      </BlockStack>
      <BlockStack gap="200" inlineAlign="end">
        {hours.map((span, at) => (
          <SpanFields
            key={at}
            label={hours.length > 1 ? `${name}, opening ${at + 1},` : name}
            span={span}
            onChange={(changed) =>
              onChange(hours.map((one, index) => (index === at ? { day, ...changed } : one)))
            }
            onRemove={() => onChange(hours.filter((_, index) => index !== at))}
          />
        ))}
        {hours.length < mostOpenings ? (
          <Button variant="plain" onClick={add} accessibilityLabel={`Add hours on ${name}`}>
            Add hours
          </Button>
        ) : null}
      </BlockStack>
    </InlineStack>
  );
}
