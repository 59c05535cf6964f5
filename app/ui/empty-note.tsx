import { BlockStack, Box, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface EmptyNoteProps {
  readonly heading: string;
  /** What would fill the list, or what to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Says why a list is empty. Polaris' own EmptyState insists on a picture. */
export function EmptyNote({ heading, children, action }: EmptyNoteProps) {
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {heading}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {children}
        </Text>
        {action}
      </BlockStack>
    </Box>
  );
}
