import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import { showItem } from "#app/inventory/show-item.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { ItemHistoryCard } from "#app/ui/inventory/item-history-card.tsx";
import { ItemOrdersCard } from "#app/ui/inventory/item-orders-card.tsx";
import { ItemSettingsCard } from "#app/ui/inventory/item-settings-card.tsx";
import { ItemShelvesCard } from "#app/ui/inventory/item-shelves-card.tsx";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { useResyncItem } from "#app/ui/inventory/resync-buttons.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageIntro } from "#app/ui/page-intro.tsx";

export async function loader({ request, params: { inventoryItemId = "" } }: LoaderFunctionArgs) {
  const item = await showItem(await requireAdmin(request), inventoryItemId);
  if (!item) throw new Response("Not found", { status: 404 });
  return item;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Item not found"} · Backroom` },
];

export default function Item() {
  const item = useLoaderData<typeof loader>();
  const resync = useResyncItem(item.inventoryItemId);
  const facts = [
    item.productType,
    item.vendor,
    item.groupName ? `group ${item.groupName}` : "no group",
    `costs ${formatMoney(item.unitCost, item.currency)}`,
    item.tracked ? "" : "not tracked by Shopify",
  ];
  return (
    <Page
      title={item.title}
      subtitle={item.sku || "No SKU"}
      backAction={backToInventory}
      fullWidth
      secondaryActions={[{ content: "Resync", onAction: resync.start, loading: resync.starting }]}
    >
      <BlockStack gap="400">
        <PageIntro>{facts.filter(Boolean).join(" · ")}</PageIntro>
        <ItemShelvesCard item={item} />
        <ItemSettingsCard key={item.inventoryItemId} item={item} />
        <ItemOrdersCard item={item} />
        <Box paddingBlockEnd="800">
          <ItemHistoryCard item={item} />
        </Box>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This item" backTo={backToInventory} />;
}
