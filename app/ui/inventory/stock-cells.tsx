import {
  Badge,
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Link,
  Text,
  Tooltip,
} from "@shopify/polaris";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import { CondensedRow } from "../condensed-row.tsx";
import { describeAge } from "../describe-time-left.ts";
import { OwnClick } from "../own-click.tsx";
import { WrappedText } from "../wrapped-text.tsx";
import { describeTrust } from "./describe-trust.ts";
import { ResyncItemButton } from "./resync-buttons.tsx";
import { SafetyStockField } from "./safety-stock-field.tsx";

interface RowProps {
  readonly row: StockRow;
  readonly now: string;
}

/** A shelf's cells in the wide table. */
export function StockCells({ row, now }: RowProps) {
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
        <OwnClick>
          <SafetyStockField row={row} />
        </OwnClick>
      </IndexTable.Cell>
      <NumberCell units={row.reserved} />
      <IndexTable.Cell>
        <BlockStack inlineAlign="end">
          <Text as="span" alignment="end" numeric fontWeight="semibold">
            {row.canPromise.toLocaleString("en-US")}
          </Text>
          <LeftOut row={row} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{describeTrust(row)}</IndexTable.Cell>
      <IndexTable.Cell>{lastRead(row, now)}</IndexTable.Cell>
      <IndexTable.Cell>
        <OwnClick>
          <ResyncItemButton row={row} />
        </OwnClick>
      </IndexTable.Cell>
    </>
  );
}

function NumberCell({ units }: { readonly units: number }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {units.toLocaleString("en-US")}
      </Text>
    </IndexTable.Cell>
  );
}

/** A shelf as a block of its own, on a phone. */
export function CondensedStock({ row, now }: RowProps) {
  return (
    <CondensedRow>
      <ItemName row={row} />
      <InlineStack align="space-between" gap="200">
        <Text as="span">{row.locationName}</Text>
        <Text as="span" fontWeight="semibold">
          Can promise {row.canPromise}
        </Text>
      </InlineStack>
      <LeftOut row={row} />
      <Text as="span" tone="subdued">
        {row.onHand} on hand · {row.committed} committed · {row.available} available ·{" "}
        {row.reserved} reserved · found {describeTrust(row)} · read {lastRead(row, now)}
      </Text>
      <OwnClick>
        <InlineStack gap="300" align="space-between" blockAlign="end">
          <SafetyStockField row={row} labelled />
          <ResyncItemButton row={row} />
        </InlineStack>
      </OwnClick>
    </CondensedRow>
  );
}

/** Why nothing ships from a shelf that may well hold units. */
function LeftOut({ row }: { readonly row: StockRow }) {
  if (row.outBecause) {
    return (
      <Tooltip content={row.outBecause}>
        <Badge tone="attention">Not in the pool</Badge>
      </Tooltip>
    );
  }
  return row.coolsOffUntil ? (
    <Tooltip content="A pick failed here; until then, or until it is counted, orders go elsewhere.">
      <Badge tone="attention">Cooling off</Badge>
    </Tooltip>
  ) : null;
}

function ItemName({ row }: { readonly row: StockRow }) {
  return (
    <Box maxWidth="20rem">
      <BlockStack>
        <Link
          url={`/app/inventory/items/${row.inventoryItemId}`}
          dataPrimaryLink
          monochrome
          removeUnderline
        >
          <WrappedText strong>{row.title}</WrappedText>
        </Link>
        <WrappedText>
          {[row.sku || "No SKU", row.groupName].filter(Boolean).join(" · ")}
        </WrappedText>
      </BlockStack>
    </Box>
  );
}

function lastRead({ readAt }: StockRow, now: string): string {
  return readAt ? describeAge(Date.parse(now), readAt) : "not yet";
}
