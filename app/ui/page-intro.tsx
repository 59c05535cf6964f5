import { Box, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** A sentence between a page's title and its cards; on a phone it keeps the cards' distance to the edge. */
export function PageIntro({ children }: { readonly children: ReactNode }) {
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p" tone="subdued">
        {children}
      </Text>
    </Box>
  );
}
