import { BlockStack, Box, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import type { StockPage, StockRow } from "#app/inventory/list-stock.server.ts";
import { CondensedRow } from "../condensed-row.tsx";
import { describeAge } from "../describe-time-left.ts";
import { EmptyNote } from "../empty-note.tsx";
import { useUrlFilters } from "../use-url-filters.ts";
import { WrappedText } from "../wrapped-text.tsx";
import { ResyncItemButton } from "./resync-buttons.tsx";
import { SafetyStockField } from "./safety-stock-field.tsx";
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
  { title: "Last read", tooltipContent: stockTerms.lastRead },
  { title: "Actions", hidden: true },
] as const;

/** The pool, one row per item and location; on a phone one block each. */
export function StockTable({ page }: { readonly page: StockPage }) {
  const { mdDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: "item", plural: "items" }}
      itemCount={page.rows.length}
      headings={[...headings]}
      selectable={false}
      condensed={mdDown}
      emptyState={<NoStock />}
    >
      {page.rows.map((row, position) => {
        const id = `${row.inventoryItemId}-${row.locationId}`;
        return (
          <IndexTable.Row key={id} id={id} position={position}>
            {mdDown ? (
              <CondensedStock row={row} now={page.now} />
            ) : (
              <StockCells row={row} now={page.now} />
            )}
          </IndexTable.Row>
        );
      })}
    </IndexTable>
  );
}

interface RowProps {
  readonly row: StockRow;
  readonly now: string;
}

function StockCells({ row, now }: RowProps) {
  return (
    <>
      <IndexTable.Cell>
        <ItemName row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.locationName}</IndexTable.Cell>
      {[row.onHand, row.committed, row.available].map((units, index) => (
        <NumberCell key={index} units={units} />
      ))}
      <IndexTable.Cell>
        <SafetyStockField row={row} />
      </IndexTable.Cell>
      <NumberCell units={row.reserved} />
      <NumberCell units={row.canPromise} strong />
      <IndexTable.Cell>{lastRead(row, now)}</IndexTable.Cell>
      <IndexTable.Cell>
        <ResyncItemButton row={row} />
      </IndexTable.Cell>
    </>
  );
}

function NumberCell({ units, strong }: { readonly units: number; readonly strong?: boolean }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric {...(strong ? { fontWeight: "semibold" } : {})}>
        {units.toLocaleString("en-US")}
      </Text>
    </IndexTable.Cell>
  );
}

function CondensedStock({ row, now }: RowProps) {
  return (
    <CondensedRow>
      <ItemName row={row} />
      <InlineStack align="space-between" gap="200">
        <Text as="span">{row.locationName}</Text>
        <Text as="span" fontWeight="semibold">
          Can promise {row.canPromise}
        </Text>
      </InlineStack>
      <Text as="span" tone="subdued">
        {row.onHand} on hand · {row.committed} committed · {row.available} available ·{" "}
        {row.reserved} reserved · read {lastRead(row, now)}
      </Text>
      <InlineStack gap="300" align="space-between" blockAlign="end">
        <SafetyStockField row={row} labelled />
        <ResyncItemButton row={row} />
      </InlineStack>
    </CondensedRow>
  );
}

function ItemName({ row }: { readonly row: StockRow }) {
  return (
    <Box maxWidth="20rem">
      <BlockStack>
        <WrappedText strong>{row.title}</WrappedText>
        <WrappedText>{row.sku || "No SKU"}</WrappedText>
      </BlockStack>
    </Box>
  );
}

function lastRead({ readAt }: StockRow, now: string): string {
  return readAt ? describeAge(Date.parse(now), readAt) : "not yet";
}

function NoStock() {
  const filters = useUrlFilters();
  return filters.get("search") || filters.get("location") ? (
    <EmptyNote heading="No item fits">Try part of the SKU or title, or all locations.</EmptyNote>
  ) : (
    <EmptyNote heading="No stock yet">
      Items appear here once Backroom has read them from your shop, minutes after installing.
    </EmptyNote>
  );
}
