import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Box, Card, InlineStack, Page, TextField } from "@shopify/polaris";
import { z } from "zod";
import { listStock, stockRowsPerPage } from "#app/inventory/list-stock.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { AuditBanner } from "#app/ui/inventory/audit-banner.tsx";
import { useResyncEverything } from "#app/ui/inventory/resync-buttons.tsx";
import { StockTable } from "#app/ui/inventory/stock-table.tsx";
import { LocationSelect } from "#app/ui/location-select.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";
import { useSearchBox } from "#app/ui/use-search-box.ts";
import { useUrlFilters } from "#app/ui/use-url-filters.ts";

// An address typed by hand never fails: what makes no sense in it counts as not given.
const text = z.string().trim().max(255).catch("");
const filterSchema = z.object({
  search: text,
  location: text,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { location, ...filter } = filterSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const found = await listStock(shop, { ...filter, locationId: location });
  return { ...found, page: filter.page, perPage: stockRowsPerPage };
}

export const meta = () => [{ title: "Inventory · Backroom" }];

export default function Inventory() {
  const found = useLoaderData<typeof loader>();
  const navigation = useNavigation();
  const resync = useResyncEverything();
  useRefreshWhile(found.syncing);
  return (
    <Page
      title="Inventory"
      subtitle="One pool: every item at every location, and what Backroom may promise of it"
      fullWidth
      primaryAction={{ content: "Resync all", onAction: resync.start, loading: resync.starting }}
    >
      <BlockStack gap="400">
        <AuditBanner page={found} />
        <Card padding="0">
          <Box padding="300">
            <InlineStack gap="300" blockAlign="center">
              <StockSearch loading={navigation.state === "loading"} />
              <LocationSelect locations={found.locations} />
            </InlineStack>
          </Box>
          <StockTable page={found} />
        </Card>
        <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
      </BlockStack>
    </Page>
  );
}

function StockSearch({ loading }: { readonly loading: boolean }) {
  const filters = useUrlFilters();
  const [typed, type] = useSearchBox(filters.get("search"), (found) =>
    filters.set("search", found),
  );
  return (
    <TextField
      label="Search items"
      labelHidden
      placeholder="SKU or title"
      autoComplete="off"
      value={typed}
      onChange={type}
      clearButton
      onClearButtonClick={() => type("")}
      loading={loading}
    />
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This item" backTo={{ content: "Home", url: "/app" }} />;
}
