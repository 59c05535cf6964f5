import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import type { RuleVersionView } from "#app/rules/show-rule-version.server.ts";
import { useUrlFilters } from "../use-url-filters.ts";
import { ChangesList } from "./changes-list.tsx";

/** What differs between this version and any other, sentence by sentence. */
export function CompareCard({ view }: { readonly view: RuleVersionView }) {
  const { rules, other, liveVersion, changes } = view;
  const filters = useUrlFilters();
  const others = Array.from({ length: liveVersion }, (_, at) => liveVersion - at)
    .filter((version) => version !== rules.version)
    .map((version) => ({ value: String(version), label: `Version ${version}` }));
  if (others.length === 0) return null;
  const [older, newer] = [rules.version, other].sort((a, b) => a - b);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What differs
        </Text>
        <Select
          label="Compare with"
          labelInline
          options={others}
          value={String(other)}
          onChange={(version) => filters.set("with", version)}
        />
        <Text as="p" tone="subdued">
          From version {older} to version {newer}:
        </Text>
        <ChangesList changes={changes} none="Nothing: both say the same." />
      </BlockStack>
    </Card>
  );
}
