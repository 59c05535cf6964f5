import { Banner, BlockStack, Button, Card, Text } from "@shopify/polaris";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { summariseRuleset } from "#app/rules/summary/summarise-ruleset.ts";
import { useBeginDraft } from "./use-begin-draft.ts";

interface TemplatePreviewProps {
  readonly name: string;
  readonly ruleset: Ruleset;
  readonly currency: string;
}

/** What the answers come to, in words, and the button that makes a draft of it. */
export function TemplatePreview({ name, ruleset, currency }: TemplatePreviewProps) {
  const { begin, isBeginning, refused } = useBeginDraft();
  const { paragraphs, spokenSeconds } = summariseRuleset(ruleset, {
    currency,
    locationName: (id) => id,
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Your set, in {spokenSeconds} seconds
        </Text>
        {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
        {paragraphs.map((sentences) => (
          <Text as="p" key={sentences[0] ?? ""}>
            {sentences.join(" ")}
          </Text>
        ))}
        <Button variant="primary" loading={isBeginning} onClick={() => begin({ name, ruleset })}>
          Start from this set
        </Button>
      </BlockStack>
    </Card>
  );
}
