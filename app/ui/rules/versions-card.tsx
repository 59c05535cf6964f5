import { BlockStack, Card, DataTable, Text } from "@shopify/polaris";
import type { RulesView } from "#app/rules/show-rules.server.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

/** Who changed the rules, when and how; nothing is ever overwritten. */
export function VersionsCard({ rules }: { readonly rules: RulesView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Versions
        </Text>
        <DataTable
          columnContentTypes={["numeric", "text", "text", "text"]}
          headings={["Version", "Published", "By", "What changed"]}
          rows={rules.versions.map(({ version, publishedAt, publishedBy, comment }) => [
            version,
            formatInstant(publishedAt, rules.format.timeZone),
            describeActor(publishedBy),
            comment || "–",
          ])}
        />
      </BlockStack>
    </Card>
  );
}
