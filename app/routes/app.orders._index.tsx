import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { z } from "zod";
import { listOrders } from "#app/orders/list-orders.server.ts";
import { orderSorts, orderTabNames } from "#app/orders/order-tabs.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { OrderFilters } from "#app/ui/orders/order-filters.tsx";
import { OrderTable } from "#app/ui/orders/order-table.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";

export const meta = () => [{ title: "Orders · Backroom" }];

// An address typed by hand never fails: what makes no sense in it counts as not given.
const text = z.string().trim().max(255).catch("");
const day = z.iso.date().catch("");
const filterSchema = z.object({
  tab: z.enum(orderTabNames).catch("all"),
  search: text,
  location: text,
  from: day,
  to: day,
  sort: z.enum(orderSorts).catch("placed desc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { location, from, to, ...filter } = filterSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const found = await listOrders(shop, {
    ...filter,
    locationId: location,
    fromOn: from,
    toOn: to,
  });
  return { ...found, page: filter.page };
}

export default function Orders() {
  const found = useLoaderData<typeof loader>();
  const navigation = useNavigation();
  return (
    <Page title="Orders" subtitle="Where each order ships from, and why" fullWidth>
      <BlockStack gap="400">
        <Card padding="0">
          <OrderFilters
            locations={found.locations}
            loading={navigation.location?.pathname === "/app/orders"}
          />
          <OrderTable page={found} />
        </Card>
        <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
      </BlockStack>
    </Page>
  );
}
