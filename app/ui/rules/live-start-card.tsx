import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useBeginDraft } from "./use-begin-draft.ts";

/** The usual beginning: the rules in force, to change. */
export function LiveStartCard({ version }: { readonly version: number }) {
  const { begin, isBeginning, refused } = useBeginDraft();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Change what you have
        </Text>
        {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
        <InlineStack>
          <Button
            variant="primary"
            loading={isBeginning}
            onClick={() => begin({ name: `Changes to version ${version}` })}
          >
            Start from your rules
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
