import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { HomeView } from "#app/insights/home/home-view.ts";
import type { HealthLine } from "./describe-health.ts";
import { describeHealth } from "./describe-health.ts";

/** Whether Backroom's picture of the shop is the shop's own, in plain words. */
export function HealthCard({ home }: { readonly home: HomeView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          In step with Shopify
        </Text>
        {describeHealth(home.health, home.format.now).map((line) => (
          <Line key={line.label} line={line} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Line({ line: { label, text, isGood, url } }: { readonly line: HealthLine }) {
  return (
    <BlockStack>
      <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
        <Text as="h3" variant="headingSm">
          {url ? <Link url={url}>{label}</Link> : label}
        </Text>
        {isGood ? <Badge tone="success">Good</Badge> : <Badge tone="warning">Look here</Badge>}
      </InlineStack>
      <Text as="p" tone="subdued">
        {text}
      </Text>
    </BlockStack>
  );
}
