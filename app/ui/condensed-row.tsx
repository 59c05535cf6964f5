import { BlockStack, Box } from "@shopify/polaris";
import type { ReactNode } from "react";

/** One entry of a table on a phone: Polaris leaves its padding to us. */
export function CondensedRow({ children }: { readonly children: ReactNode }) {
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="100">{children}</BlockStack>
    </Box>
  );
}
