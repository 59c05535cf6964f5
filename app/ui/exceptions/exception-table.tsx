import {
  BlockStack,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useState } from "react";
import type { ExceptionPage, ExceptionRow } from "#app/exceptions/list-exceptions.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { ExceptionCells } from "./exception-cells.tsx";
import { DueText } from "./due-text.tsx";
import { MarkKnownDialog } from "./mark-known-dialog.tsx";

const headings = [
  { title: "What happened" },
  { title: "Order" },
  { title: "Open since" },
  { title: "Look at it" },
  { title: "Known to" },
] as const;

interface ExceptionTableProps {
  readonly page: ExceptionPage;
  readonly resolved: boolean;
}

/** The work items of a queue; several at once can be marked as known. */
export function ExceptionTable({ page, resolved }: ExceptionTableProps) {
  const { smDown } = useBreakpoints();
  const [marking, setMarking] = useState(false);
  const selection = useIndexResourceState(page.rows.map((row) => ({ id: row.exceptionId })));
  const close = () => setMarking(false);
  return (
    <>
      <IndexTable
        resourceName={{ singular: "exception", plural: "exceptions" }}
        itemCount={page.rows.length}
        headings={[...headings]}
        selectable={!resolved}
        selectedItemsCount={
          selection.allResourcesSelected ? "All" : selection.selectedResources.length
        }
        onSelectionChange={selection.handleSelectionChange}
        promotedBulkActions={[{ content: "Mark as known", onAction: () => setMarking(true) }]}
        condensed={smDown}
        emptyState={<NoExceptions resolved={resolved} />}
      >
        {page.rows.map((row, position) => (
          <IndexTable.Row
            key={row.exceptionId}
            id={row.exceptionId}
            position={position}
            selected={selection.selectedResources.includes(row.exceptionId)}
          >
            {smDown ? (
              <CondensedException row={row} page={page} />
            ) : (
              <ExceptionCells row={row} page={page} />
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
      {marking ? (
        <MarkKnownDialog
          exceptionIds={selection.selectedResources}
          onClose={close}
          onDone={selection.clearSelection}
        />
      ) : null}
    </>
  );
}

interface RowProps {
  readonly row: ExceptionRow;
  readonly page: ExceptionPage;
}

function CondensedException({ row, page }: RowProps) {
  return (
    <BlockStack gap="100">
      <Link monochrome removeUnderline url={`/app/exceptions/${row.exceptionId}`}>
        <Text as="span" fontWeight="semibold">
          {row.summary}
        </Text>
      </Link>
      <InlineStack gap="200" align="space-between">
        <Text as="span">{[row.orderName, row.assignee].filter(Boolean).join(" · ")}</Text>
        <DueText row={row} page={page} />
      </InlineStack>
    </BlockStack>
  );
}

function NoExceptions({ resolved }: { readonly resolved: boolean }) {
  return resolved ? (
    <EmptyNote heading="Nothing resolved here yet">
      What you settle stays here, with who settled it and how.
    </EmptyNote>
  ) : (
    <EmptyNote heading="Nothing needs you">
      When Backroom cannot settle something by your rules, it appears here with what to do.
    </EmptyNote>
  );
}
