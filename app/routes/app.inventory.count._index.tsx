import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Card, InlineStack, Link, Page } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { ShelfToCount } from "#app/inventory/counting/list-to-count.server.ts";
import { countsPerPage, listToCount } from "#app/inventory/counting/list-to-count.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { EmptyNote } from "#app/ui/empty-note.tsx";
import { formatInstant } from "#app/ui/format-instant.ts";
import { CountForm } from "#app/ui/inventory/count-form.tsx";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { GroupSelect } from "#app/ui/inventory/stock-filters.tsx";
import { pageNumber, stockQuery } from "#app/ui/inventory/stock-query.ts";
import { LocationSelect } from "#app/ui/location-select.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageIntro } from "#app/ui/page-intro.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { StackingTable } from "#app/ui/stacking-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const page = pageNumber.parse(query.page);
  const { locationId, groupId } = stockQuery.parse(query);
  const found = await listToCount(shop, { locationId, groupId, page });
  return { ...found, page, perPage: countsPerPage };
}

export const meta = () => [{ title: "What to count · Backroom" }];

const headings = ["Item", "Location", "On hand", "At risk", "Last counted", "Count"];

export default function WhatToCount() {
  const found = useLoaderData<typeof loader>();
  const cells = (row: ShelfToCount) => [
    <Link key="item" url={`/app/inventory/items/${row.inventoryItemId}`}>
      {row.title} {row.sku ? `(${row.sku})` : ""}
    </Link>,
    row.locationName,
    row.onHand,
    formatMoney(row.atRisk, found.currency),
    describeLast(row, found.timeZone),
    <CountForm key={row.onHand} shelf={row} />,
  ];
  return (
    <Page
      title="What to count"
      subtitle="The shelves where a wrong figure would cost most come first"
      backAction={backToInventory}
      fullWidth
    >
      <BlockStack gap="400">
        <PageIntro>
          At risk is what stands there in money, times how likely it is not there: certain after a
          failed pick, else by what picks and counts of the group found at the location. Count every
          unit, also those set aside for orders. A count is sent to Shopify at once and lets the
          item be picked there again.
        </PageIntro>
        <Card>
          <BlockStack gap="400">
            <InlineStack gap="300">
              <LocationSelect locations={found.locations} />
              <GroupSelect groups={found.groups} />
            </InlineStack>
            {found.rows.length === 0 ? (
              <EmptyNote heading="Nothing to count">
                Every shelf that holds something was counted in the last 30 days.
              </EmptyNote>
            ) : (
              <StackingTable
                headings={headings}
                figures={["On hand", "At risk"]}
                rows={found.rows.map((row) => ({
                  key: `${row.inventoryItemId}@${row.locationId}`,
                  cells: cells(row),
                }))}
              />
            )}
          </BlockStack>
        </Card>
        <Box paddingBlockEnd="400">
          <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
        </Box>
      </BlockStack>
    </Page>
  );
}

function describeLast({ countedAt, rejectedUnits }: ShelfToCount, timeZone: string): string {
  const last = countedAt ? formatInstant(countedAt, timeZone) : "Never";
  return rejectedUnits > 0 ? `${last} · ${rejectedUnits} not found in picks since` : last;
}

export function ErrorBoundary() {
  return <NotFoundPage what="This list" backTo={backToInventory} />;
}
