import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { listGroups } from "#app/inventory/pool/list-groups.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { GroupsCard } from "#app/ui/inventory/groups-card.tsx";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { PoolSettingsForm } from "#app/ui/inventory/pool-settings-form.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return listGroups(await requireAdmin(request));
}

export const meta = () => [{ title: "Groups and safety stock · Backroom" }];

export default function Pool() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title="Groups and safety stock"
      subtitle="What each shelf keeps, and what is pooled only where it is counted well"
      backAction={backToInventory}
    >
      <BlockStack gap="400">
        <GroupsCard list={list} />
        <Box paddingBlockEnd="800">
          <PoolSettingsForm settings={list.settings} />
        </Box>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This page" backTo={backToInventory} />;
}
