import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import type { ItemPage } from "#app/inventory/show-item.server.ts";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { CountForm } from "./count-form.tsx";
import { describeTrust } from "./describe-trust.ts";
import { SafetyStockField } from "./safety-stock-field.tsx";

const figures = ["On hand", "Committed", "Available", "Reserved", "Can promise"];
const headings = ["Location", ...figures, "Safety stock", "Found in picks", "Count"];

/** Where the item is, what may be promised of it and why not more. */
export function ItemShelvesCard({ item }: { readonly item: ItemPage }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          By location
        </Text>
        {item.shelves.length === 0 ? (
          <EmptyNote heading="Not stocked anywhere">Shopify stocks it at no location.</EmptyNote>
        ) : (
          <StackingTable
            headings={headings}
            figures={figures}
            rows={item.shelves.map((row) => ({
              key: row.locationId,
              cells: cellsOf(row, item.timeZone),
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function cellsOf(row: StockRow, timeZone: string) {
  return [
    <BlockStack key="place" inlineAlign="start">
      <Text as="span">{row.locationName}</Text>
      {row.outBecause ? <Badge tone="attention">{row.outBecause}</Badge> : null}
      {row.coolsOffUntil ? (
        <Badge tone="attention">
          {`Not asked for until ${formatInstant(row.coolsOffUntil, timeZone)}: a pick failed`}
        </Badge>
      ) : null}
    </BlockStack>,
    ...[row.onHand, row.committed, row.available, row.reserved, row.canPromise],
    <SafetyStockField key="safety" row={row} />,
    describeTrust(row),
    <CountForm key={`count-${row.onHand}`} shelf={row} />,
  ];
}
