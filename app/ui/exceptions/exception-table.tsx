import {
  IndexTable,
  IndexTableSelectionType,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useState } from "react";
import type { ExceptionPage } from "#app/exceptions/list-exceptions.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { CondensedException } from "./condensed-exception.tsx";
import { ExceptionCells } from "./exception-cells.tsx";
import { MarkKnownDialog } from "./mark-known-dialog.tsx";

const headings = [
  { title: "What happened" },
  { title: "Order" },
  { title: "Raised" },
  { title: "Due" },
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
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(page.rows.map((row) => ({ id: row.exceptionId })));
  const select = (exceptionId: string) => (selected: boolean) =>
    handleSelectionChange(IndexTableSelectionType.Single, selected, exceptionId);
  return (
    <>
      <IndexTable
        resourceName={{ singular: "exception", plural: "exceptions" }}
        itemCount={page.rows.length}
        headings={[...headings]}
        selectable={!resolved}
        selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={[{ content: "Mark as known", onAction: () => setMarking(true) }]}
        condensed={smDown}
        emptyState={<NoExceptions resolved={resolved} />}
      >
        {page.rows.map((row, position) => {
          const selected = selectedResources.includes(row.exceptionId);
          const id = row.exceptionId;
          return (
            <IndexTable.Row key={id} id={id} position={position} selected={selected}>
              {smDown ? (
                <CondensedException
                  row={row}
                  page={page}
                  selected={selected}
                  {...(resolved ? {} : { onSelect: select(id) })}
                />
              ) : (
                <ExceptionCells row={row} page={page} />
              )}
            </IndexTable.Row>
          );
        })}
      </IndexTable>
      {marking ? (
        <MarkKnownDialog
          exceptionIds={selectedResources}
          onClose={() => setMarking(false)}
          onDone={clearSelection}
        />
      ) : null}
    </>
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
