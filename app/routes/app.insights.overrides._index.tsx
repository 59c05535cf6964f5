import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { z } from "zod";
import { showOverrides } from "#app/insights/overrides/show-overrides.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { OverridesCard } from "#app/ui/replay/overrides-card.tsx";

export const meta = () => [{ title: "Overrides · Backroom" }];

const choiceSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { page } = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await showOverrides(shop, { page })), page };
}

export default function Overrides() {
  const view = useLoaderData<typeof loader>();
  return (
    <Page
      title="Overrides"
      subtitle="Orders a person sent somewhere, against what the engine would have decided then"
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <BlockStack gap="400">
        <OverridesCard view={view} />
        <PageTurner page={view.page} pageSize={view.perPage} total={view.totals.overrides} />
      </BlockStack>
    </Page>
  );
}
