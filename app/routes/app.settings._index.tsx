import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Page } from "@shopify/polaris";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { showLookAhead } from "#app/shops/show-look-ahead.server.ts";
import { LookAheadForm } from "#app/ui/settings/look-ahead-form.tsx";

export const meta = () => [{ title: "Settings · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return showLookAhead(await requireAdmin(request));
}

export default function Settings() {
  const view = useLoaderData<typeof loader>();
  return (
    <Page title="Settings" subtitle="How far decisions look ahead">
      <Box paddingBlockEnd="800">
        <LookAheadForm view={view} />
      </Box>
    </Page>
  );
}
