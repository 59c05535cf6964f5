import { BlockStack, Card, DescriptionList, List, Text } from "@shopify/polaris";
import type { Evidence } from "#app/exceptions/read-evidence.ts";

/** What the exception was raised with: every location's verdict, then the other facts. */
export function EvidenceCard({ evidence }: { readonly evidence: Evidence }) {
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
            items={facts.map(({ name, value }) => ({ term: name, description: value }))}
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
        description:
          reasons.length === 1 ? (
            reasons[0]
          ) : (
            <List>
              {reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          ),
      }))}
    />
  );
}
