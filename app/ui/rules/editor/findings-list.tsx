import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { Finding, Severity } from "#app/rules/lint/finding.ts";

interface FindingsListProps {
  readonly findings: readonly Finding[];
}

const looks = {
  error: { tone: "critical", label: "Mistake" },
  warning: { tone: "warning", label: "Check" },
  hint: { tone: "info", label: "Hint" },
} as const satisfies Record<Severity, { readonly tone: string; readonly label: string }>;

/** What the check found, the gravest first, each with what to do. */
export function FindingsList({ findings }: FindingsListProps) {
  return (
    <BlockStack as="ul" gap="200">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.path}`} className="rule-finding">
          <InlineStack gap="200" wrap={false} blockAlign="start">
            <Badge tone={looks[finding.severity].tone}>{looks[finding.severity].label}</Badge>
            <Text as="span">{finding.message}</Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
