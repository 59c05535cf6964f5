import { BlockStack, Card, List, Text } from "@shopify/polaris";
import type { DescribedRule } from "#app/rules/describe-ruleset.ts";
import { capitalise } from "../capitalise.ts";

interface LanesCardProps {
  readonly lanes: readonly DescribedRule[];
  readonly whenNothingFits: readonly string[];
}

/** What decides among the plans the guardrails allow, and what is tried when there is none. */
export function LanesCard({ lanes, whenNothingFits }: LanesCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            Lanes
          </Text>
          <Text as="p" tone="subdued">
            The first lane that fits an order decides it. Its priorities are asked in order: the
            first that tells two plans apart wins.
          </Text>
          <List type="number">
            {lanes.map(({ id, sentence }) => (
              <List.Item key={id}>
                <strong>{capitalise(id)}.</strong> {sentence}
              </List.Item>
            ))}
          </List>
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            When nothing fits
          </Text>
          <Text as="p" tone="subdued">
            Tried in this order, each on top of those before, until the order can ship.
          </Text>
          <List type="number">
            {whenNothingFits.map((step) => (
              <List.Item key={step}>{capitalise(step)}</List.Item>
            ))}
          </List>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
