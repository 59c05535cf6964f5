import { BlockStack, InlineError, Text } from "@shopify/polaris";

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly error: string;
  readonly onChoose: (file: File | null) => void;
}

/** A CSV file from the person's device: the browser's own control works by keyboard everywhere. */
export function FileField({ id, label, help, error, onChoose }: FileFieldProps) {
  return (
    <BlockStack gap="100">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        style={{ maxWidth: "100%" }}
        aria-describedby={`${id}-help`}
        aria-invalid={error !== ""}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      {error ? <InlineError fieldID={id} message={error} /> : null}
      <Text as="p" tone="subdued" id={`${id}-help`}>
        {help}
      </Text>
    </BlockStack>
  );
}
