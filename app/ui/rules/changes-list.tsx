import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { Change } from "#app/rules/compare/change.ts";

const looks = {
  added: { tone: "success", label: "Added" },
  removed: { tone: "critical", label: "Removed" },
  changed: { tone: "attention", label: "Changed" },
  moved: { tone: "info", label: "Moved" },
} as const satisfies Record<Change["kind"], { readonly tone: string; readonly label: string }>;

interface ChangesListProps {
  readonly changes: readonly Change[];
  /** What to say when there is none. */
  readonly none: string;
}

/** The differences between two rule sets, each with how it read and how it reads. */
export function ChangesList({ changes, none }: ChangesListProps) {
  if (changes.length === 0) return <Text as="p">{none}</Text>;
  return (
    <BlockStack gap="300">
      {changes.map(({ kind, subject, before, after }) => (
        <BlockStack gap="100" key={`${kind} ${subject}`}>
          <InlineStack gap="200" blockAlign="center">
            <Badge tone={looks[kind].tone}>{looks[kind].label}</Badge>
            <Text as="h3" variant="headingSm">
              {subject}
            </Text>
          </InlineStack>
          {before === undefined ? null : (
            <Text as="p" tone="subdued">
              <del>{before}</del>
            </Text>
          )}
          {after === undefined ? null : <Text as="p">{after}</Text>}
        </BlockStack>
      ))}
    </BlockStack>
  );
}
