import { BlockStack, Checkbox, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import type { DayDraft } from "./settings-draft.ts";
import { weekdays } from "./settings-draft.ts";

interface HoursFieldsProps {
  readonly days: readonly DayDraft[];
  readonly error: string;
  readonly onChange: (days: readonly DayDraft[]) => void;
}

/** Opening hours, one row a weekday. Days not ticked are closed, but none ticked means always open. */
export function HoursFields({ days, error, onChange }: HoursFieldsProps) {
  const change = (changed: DayDraft) =>
    onChange(days.map((day) => (day.day === changed.day ? changed : day)));
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        Open
      </Text>
      <Text as="p" tone="subdued">
        {days.some((day) => day.open)
          ? "Closed on days that are not ticked."
          : "No day ticked: open every day, around the clock."}
      </Text>
      {days.map((day) => (
        <DayFields key={day.day} day={day} onChange={change} />
      ))}
      {error ? <InlineError fieldID="hours" message={error} /> : null}
    </BlockStack>
  );
}

interface DayFieldsProps {
  readonly day: DayDraft;
  readonly onChange: (day: DayDraft) => void;
}

function DayFields({ day, onChange }: DayFieldsProps) {
  const name = weekdays[day.day - 1] ?? "";
  const time = (which: "opens" | "closes", label: string) => (
    <TextField
      label={`${name} ${label}`}
      labelHidden
      type="time"
      autoComplete="off"
      disabled={!day.open}
      value={day[which]}
      onChange={(value) => onChange({ ...day, [which]: value })}
    />
  );
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center">
      <Checkbox label={name} checked={day.open} onChange={(open) => onChange({ ...day, open })} />
      <InlineStack gap="200" blockAlign="center" align="end" wrap={false}>
        {time("opens", "from")}
        <Text as="span">to</Text>
        {time("closes", "until")}
      </InlineStack>
    </InlineStack>
  );
}
