import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import { useState } from "react";
import type { StockPage } from "#app/inventory/list-stock.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { useUrlFilters } from "../use-url-filters.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { CondensedStock, StockCells } from "./stock-cells.tsx";
import { stockTerms } from "./stock-terms.ts";

const number = (title: string, tooltipContent: string) => ({
  title,
  tooltipContent,
  alignment: "end" as const,
});

const headings = [
  { title: "Item" },
  { title: "Location" },
  number("On hand", stockTerms.onHand),
  number("Committed", stockTerms.committed),
  number("Available", stockTerms.available),
  { title: "Safety stock", tooltipContent: stockTerms.safetyStock },
  number("Reserved", stockTerms.reserved),
  number("Can promise", stockTerms.canPromise),
  { title: "Found in picks", tooltipContent: stockTerms.trust },
  { title: "Last read", tooltipContent: stockTerms.lastRead },
  { title: "Actions", hidden: true },
] as const;

/** The pool, one row per item and location; on a phone one block each. */
export function StockTable({ page }: { readonly page: StockPage }) {
  const { mdDown } = useBreakpoints();
  const rows = page.rows.map((row) => ({ id: `${row.inventoryItemId}-${row.locationId}`, row }));
  const selection = useIndexResourceState(rows);
  const [editing, setEditing] = useState<"safetyStock" | "pooled" | null>(null);
  const { selectedResources, handleSelectionChange, clearSelection } = selection;
  return (
    <>
      <IndexTable
        resourceName={{ singular: "row", plural: "rows" }}
        itemCount={rows.length}
        headings={[...headings]}
        selectable={!mdDown}
        selectedItemsCount={selection.allResourcesSelected ? "All" : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={[
          { content: "Set safety stock…", onAction: () => setEditing("safetyStock") },
          { content: "Change the pool…", onAction: () => setEditing("pooled") },
        ]}
        condensed={mdDown}
        emptyState={<NoStock />}
      >
        {rows.map(({ id, row }, position) => (
          <IndexTable.Row
            key={id}
            id={id}
            position={position}
            selected={selectedResources.includes(id)}
          >
            {mdDown ? (
              <CondensedStock row={row} now={page.now} />
            ) : (
              <StockCells row={row} now={page.now} />
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
      {editing ? (
        <BulkDialog
          selected={selectedResources}
          what={editing}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            clearSelection();
          }}
        />
      ) : null}
    </>
  );
}

function NoStock() {
  const filters = useUrlFilters();
  return ["search", "location", "group", "show"].some((name) => filters.get(name)) ? (
    <EmptyNote heading="No item fits">Try part of the SKU or title, or fewer filters.</EmptyNote>
  ) : (
    <EmptyNote heading="No stock yet">
      Items appear here once Backroom has read them from your shop, minutes after installing.
    </EmptyNote>
  );
}
