import { BlockStack, Card, DescriptionList, List, Text } from "@shopify/polaris";
import type { Evidence } from "#app/exceptions/read-evidence.ts";
import { formatInstant } from "../format-instant.ts";

interface EvidenceCardProps {
  readonly evidence: Evidence;
  readonly timeZone: string;
}

/** What the exception was raised with: every location's verdict, then the other facts. */
export function EvidenceCard({ evidence, timeZone }: EvidenceCardProps) {
  const { verdicts, facts } = evidence;
  if (verdicts.length === 0 && facts.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What is known
        </Text>
        {verdicts.length > 0 ? <Verdicts verdicts={verdicts} /> : null}
        {facts.length > 0 ? (
          <DescriptionList
            items={facts.map(({ name, values }) => ({
              term: name,
              description: <Several values={values.map((value) => tellInstant(value, timeZone))} />,
            }))}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Verdicts({ verdicts }: { readonly verdicts: Evidence["verdicts"] }) {
  return (
    <DescriptionList
      items={verdicts.map(({ location, reasons }) => ({
        term: location,
        description: <Several values={reasons} />,
      }))}
    />
  );
}

function Several({ values }: { readonly values: readonly string[] }) {
  if (values.length === 1) return values[0];
  return (
    <List>
      {values.map((value, index) => (
        <List.Item key={index}>{value}</List.Item>
      ))}
    </List>
  );
}

/** Instants among the facts are told on the shop's clock. */
function tellInstant(value: string, timeZone: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formatInstant(value, timeZone) : value;
}
