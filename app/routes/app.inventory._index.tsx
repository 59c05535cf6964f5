import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { Banner, BlockStack, Box, Card, InlineStack, Page } from "@shopify/polaris";
import { listStock, stockRowsPerPage } from "#app/inventory/list-stock.server.ts";
import { listViews } from "#app/inventory/saved-views.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { AuditBanner } from "#app/ui/inventory/audit-banner.tsx";
import { poolPages } from "#app/ui/inventory/pool-pages.ts";
import { useResyncEverything } from "#app/ui/inventory/resync-buttons.tsx";
import { SavedViews } from "#app/ui/inventory/saved-views.tsx";
import { StockFilters } from "#app/ui/inventory/stock-filters.tsx";
import { pageNumber, stockQuery } from "#app/ui/inventory/stock-query.ts";
import { StockTable } from "#app/ui/inventory/stock-table.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { useDownload } from "#app/ui/use-download.ts";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const page = pageNumber.parse(query.page);
  const found = await listStock(shop, { ...stockQuery.parse(query), page });
  const views = await listViews(shop, "inventory");
  return { ...found, views, page, perPage: stockRowsPerPage };
}

export const meta = () => [{ title: "Inventory · Backroom" }];

export default function Inventory() {
  const found = useLoaderData<typeof loader>();
  const navigation = useNavigation();
  const [params] = useSearchParams();
  const resync = useResyncEverything();
  const download = useDownload();
  useRefreshWhile(found.syncing);
  return (
    <Page
      title="Inventory"
      subtitle="One pool: every item at every location, and what Backroom may promise of it"
      fullWidth
      primaryAction={{ content: "Resync all", onAction: resync.start, loading: resync.starting }}
      secondaryActions={[
        {
          content: "Export CSV",
          loading: download.loading,
          onAction: () =>
            void download.start(`/app/inventory/export?${params.toString()}`, "inventory.csv"),
        },
      ]}
      actionGroups={[{ title: "Pool", actions: [...poolPages] }]}
    >
      <BlockStack gap="400">
        {download.failed ? (
          <Banner tone="critical">The export broke off. Try again in a moment.</Banner>
        ) : null}
        <AuditBanner page={found} />
        <Card padding="0">
          <Box padding="300">
            <InlineStack gap="300" align="space-between">
              <StockFilters page={found} loading={navigation.state === "loading"} />
              <SavedViews views={found.views} />
            </InlineStack>
          </Box>
          <StockTable page={found} />
        </Card>
        <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This item" backTo={{ content: "Home", url: "/app" }} />;
}
