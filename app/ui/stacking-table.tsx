import {
  BlockStack,
  DataTable,
  Divider,
  InlineStack,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import type { ReactNode } from "react";
import { Fragment } from "react";

interface StackingTableProps {
  readonly headings: readonly string[];
  /** Columns of figures, aligned to the end; by heading. */
  readonly figures?: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A small table; on a phone each row becomes a block of named values, nothing to scroll sideways. */
export function StackingTable(props: StackingTableProps) {
  const { smDown } = useBreakpoints();
  const { headings, figures = [], rows } = props;
  if (smDown) return <Stack {...props} />;
  return (
    <DataTable
      columnContentTypes={headings.map((one) => (figures.includes(one) ? "numeric" : "text"))}
      headings={[...headings]}
      rows={rows.map(({ cells }) => [...cells])}
      verticalAlign="top"
    />
  );
}

function Stack({ headings, rows }: StackingTableProps) {
  return (
    <BlockStack gap="300">
      {rows.map(({ key, cells: [title, ...cells] }) => (
        <Fragment key={key}>
          <Divider />
          <BlockStack gap="050">
            <Text as="h3" variant="headingSm">
              {title}
            </Text>
            {cells.map((cell, index) => (
              <InlineStack key={headings[index + 1]} align="space-between" gap="200">
                <Text as="span" tone="subdued">
                  {headings[index + 1]}
                </Text>
                <span>{cell}</span>
              </InlineStack>
            ))}
          </BlockStack>
        </Fragment>
      ))}
    </BlockStack>
  );
}
