import { BlockStack, Text, TextField } from "@shopify/polaris";

interface CutoffFieldsProps {
  /** As the rate card names them. */
  readonly services: readonly string[];
  readonly cutoffs: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (cutoffs: Readonly<Record<string, string>>) => void;
}

/** A cutoff per service, for carriers that come at different times. */
export function CutoffFields({ services, cutoffs, errors, onChange }: CutoffFieldsProps) {
  const names = [...new Set([...services, ...Object.keys(cutoffs)])];
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          Cutoffs by service
        </Text>
        <Text as="p" tone="subdued">
          Only where a service&apos;s carrier comes at another time than the others.
        </Text>
      </BlockStack>
      {names.map((service) => (
        <TextField
          key={service}
          label={`Cutoff for ${service}`}
          type="time"
          autoComplete="off"
          value={cutoffs[service] ?? ""}
          error={errors[`cutoffs.${service}`] ?? ""}
          onChange={(time) => onChange({ ...cutoffs, [service]: time })}
        />
      ))}
    </BlockStack>
  );
}
