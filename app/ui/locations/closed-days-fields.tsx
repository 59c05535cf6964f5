import { BlockStack, Button, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import { findError } from "./find-error.ts";
import type { SpecialDayDraft } from "./settings-draft.ts";
import { SpanFields } from "./span-fields.tsx";

interface ClosedDaysFieldsProps {
  readonly days: readonly SpecialDayDraft[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (days: readonly SpecialDayDraft[]) => void;
}

/** Single days with other hours than usual, or none: they stand above weekdays and public holidays. */
export function ClosedDaysFields({ days, errors, onChange }: ClosedDaysFieldsProps) {
  const change = (at: number, changed: Partial<SpecialDayDraft>) =>
    onChange(days.map((day, index) => (index === at ? { ...day, ...changed } : day)));
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          Your own days
        </Text>
        <Text as="p" tone="subdued">
          Closed days and days with special hours. They count before public holidays, so a holiday
          can have hours here.
        </Text>
        {errors.specialDays ? (
          <Text as="p" tone="critical">
            {errors.specialDays}
          </Text>
        ) : null}
      </BlockStack>
      {days.map((day, at) => (
        <Day
          key={at}
          day={day}
          errorOf={(name) => findError(errors, `specialDays.${at}.${name}`)}
          onChange={(changed) => change(at, changed)}
          onRemove={() => onChange(days.filter((_, index) => index !== at))}
        />
      ))}
      <InlineStack>
        <Button onClick={() => onChange([...days, { on: "", name: "", hours: [] }])}>
          Add a day
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

interface DayProps {
  readonly day: SpecialDayDraft;
  readonly errorOf: (name: keyof SpecialDayDraft) => string;
  readonly onChange: (changed: Partial<SpecialDayDraft>) => void;
  readonly onRemove: () => void;
}

function Day({ day, errorOf, onChange, onRemove }: DayProps) {
  const label = day.name || day.on || "this day";
  const { hours } = day;
  return (
    <BlockStack gap="200">
      <FormLayout>
        <FormLayout.Group condensed>
          <TextField
            label="Day"
            type="date"
            autoComplete="off"
            value={day.on}
            error={errorOf("on")}
            onChange={(on) => onChange({ on })}
          />
          <TextField
            label="What it is"
            placeholder="Inventory count"
            autoComplete="off"
            value={day.name}
            error={errorOf("name")}
            onChange={(name) => onChange({ name })}
          />
        </FormLayout.Group>
      </FormLayout>
      {hours.map((span, at) => (
        <SpanFields
          key={at}
          label={`${label}, opening ${at + 1},`}
          span={span}
          onChange={(changed) =>
            onChange({ hours: hours.map((one, index) => (index === at ? changed : one)) })
          }
          onRemove={() => onChange({ hours: hours.filter((_, index) => index !== at) })}
        />
      ))}
      {errorOf("hours") ? (
        <Text as="p" tone="critical">
          {errorOf("hours")}
        </Text>
      ) : null}
      <InlineStack gap="300" blockAlign="center">
        <Text as="span" tone="subdued">
          {hours.length === 0 ? "Closed all day" : "Special hours"}
        </Text>
        <Button
          variant="plain"
          onClick={() => onChange({ hours: [...hours, { opens: "10:00", closes: "14:00" }] })}
          accessibilityLabel={`Add hours on ${label}`}
        >
          Add hours
        </Button>
        <Button variant="plain" onClick={onRemove} accessibilityLabel={`Remove ${label}`}>
          Remove day
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
