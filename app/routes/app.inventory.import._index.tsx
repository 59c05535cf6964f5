import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Box, Page } from "@shopify/polaris";
import { showImport } from "#app/inventory/import/show-import.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { CheckFileCard } from "#app/ui/inventory/check-file-card.tsx";
import { ImportCard } from "#app/ui/inventory/import-card.tsx";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { useDownload } from "#app/ui/use-download.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const importId = new URL(request.url).searchParams.get("import") ?? "";
  return { checked: importId === "" ? null : await showImport(shop, importId) };
}

export const meta = () => [{ title: "Import settings · Backroom" }];

export default function ImportSettings() {
  const { checked } = useLoaderData<typeof loader>();
  const download = useDownload();
  return (
    <Page
      title="Import settings"
      subtitle="Safety stock and pool of many items at once, from a spreadsheet"
      backAction={backToInventory}
      secondaryActions={[
        {
          content: "Download today’s settings",
          loading: download.loading,
          onAction: () =>
            void download.start("/app/inventory/import/template", "pool-settings.csv"),
        },
      ]}
    >
      <Box paddingBlockEnd="800">
        <BlockStack gap="400">
          {download.failed ? (
            <Banner tone="critical">The download broke off. Try again in a moment.</Banner>
          ) : null}
          <CheckFileCard />
          {checked ? <ImportCard key={checked.importId} checked={checked} /> : null}
        </BlockStack>
      </Box>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This import" backTo={backToInventory} />;
}
