import { BlockStack, Card, Text } from "@shopify/polaris";
import type { RulesView } from "#app/rules/show-rules.server.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

/** Who changed the rules, when and how; nothing is ever overwritten. */
export function VersionsCard({ rules }: { readonly rules: RulesView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Versions
        </Text>
        <StackingTable
          headings={["Version", "Published", "By", "What changed"]}
          rows={rules.versions.map(({ version, publishedAt, publishedBy, comment }) => ({
            key: String(version),
            cells: [
              `Version ${version}`,
              formatInstant(publishedAt, rules.format.timeZone),
              describeActor(publishedBy),
              comment || "–",
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
