import { BlockStack, Button, Card, Collapsible, InlineStack, List, Text } from "@shopify/polaris";
import { useState } from "react";

interface FoundCardProps {
  readonly sentences: readonly string[];
  readonly assumptions: readonly string[];
}

/** What a run found, first in sentences; beside it what it takes for granted. */
export function FoundCard({ sentences, assumptions }: FoundCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What would have happened
        </Text>
        {sentences.map((sentence) => (
          <Text as="p" key={sentence}>
            {sentence}
          </Text>
        ))}
        <InlineStack>
          <Button
            variant="plain"
            disclosure={open ? "up" : "down"}
            ariaExpanded={open}
            ariaControls="replay-assumptions"
            onClick={() => setOpen(!open)}
          >
            What this takes for granted
          </Button>
        </InlineStack>
        <Collapsible id="replay-assumptions" open={open}>
          <List>
            {assumptions.map((assumption) => (
              <List.Item key={assumption}>{assumption}</List.Item>
            ))}
          </List>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
