import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface WrappedTextProps {
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** A sentence in a table cell: cells do not wrap by themselves. */
export function WrappedText({ strong, children }: WrappedTextProps) {
  return (
    <span style={{ whiteSpace: "normal" }}>
      <Text as="span" breakWord {...(strong ? { fontWeight: "semibold" } : { tone: "subdued" })}>
        {children}
      </Text>
    </span>
  );
}
