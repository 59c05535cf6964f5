import { Button, InlineStack, Text, TextField } from "@shopify/polaris";

interface Span {
  readonly opens: string;
  readonly closes: string;
}

interface SpanFieldsProps {
  /** Whose hours: read out before "from" and "until". */
  readonly label: string;
  readonly span: Span;
  readonly onChange: (span: Span) => void;
  readonly onRemove: () => void;
}

/** "From 09:00 to 18:00", with a button to take it away. */
export function SpanFields({ label, span, onChange, onRemove }: SpanFieldsProps) {
  const time = (which: keyof Span, name: string) => (
    <TextField
      label={`${label} ${name}`}
      labelHidden
      type="time"
      autoComplete="off"
      value={span[which]}
      onChange={(value) => onChange({ ...span, [which]: value })}
    />
  );
  return (
    <InlineStack gap="200" blockAlign="center" align="end" wrap={false}>
      {time("opens", "from")}
      <Text as="span">to</Text>
      {time("closes", "until")}
      <Button variant="plain" accessibilityLabel={`Remove ${label} hours`} onClick={onRemove}>
        Remove
      </Button>
    </InlineStack>
  );
}
