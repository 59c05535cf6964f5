import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { z } from "zod";
import { listLocations, locationsPerPage } from "#app/locations/list-locations.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { LocationFilters } from "#app/ui/locations/location-filters.tsx";
import { LocationTable } from "#app/ui/locations/location-table.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";

const filtersSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  search: z.string().trim().max(100).catch(""),
  tag: z.string().max(255).catch(""),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const filters = filtersSchema.parse(asked);
  return { ...(await listLocations(shop, filters)), ...filters, perPage: locationsPerPage };
}

export const meta = () => [{ title: "Locations · Backroom" }];

export default function Locations() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title="Locations"
      subtitle="Where orders may ship from, and how much each can take"
      fullWidth
    >
      <BlockStack gap="400">
        <Card padding="0">
          <LocationFilters list={list} />
          <LocationTable list={list} />
        </Card>
        <PageTurner page={list.page} pageSize={list.perPage} total={list.total} />
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This list" backTo={{ content: "Home", url: "/app" }} />;
}
