import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { DescribedRuleset } from "#app/rules/describe-ruleset.ts";
import type { RuleVersionHead } from "#app/rules/rule-version-head.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

interface SummaryCardProps {
  readonly live: Pick<DescribedRuleset, "summary"> & RuleVersionHead;
  readonly timeZone: string;
}

/** The whole rule set in a minute's reading; what the print button puts on paper for the stores. */
export function SummaryCard({ live, timeZone }: SummaryCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            Your rules in one minute
          </Text>
          <Text as="span" tone="subdued">
            Version {live.version}, published {formatInstant(live.publishedAt, timeZone)} by{" "}
            {describeActor(live.publishedBy)}
          </Text>
        </InlineStack>
        {live.summary.map((paragraph) => (
          <Text as="p" key={paragraph}>
            {paragraph}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
