import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { listShadows } from "#app/insights/shadow/list-shadows.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { ShadowRunsCard } from "#app/ui/trials/shadow-runs-card.tsx";
import { StartShadowCard } from "#app/ui/trials/start-shadow-card.tsx";

export const meta = () => [{ title: "Shadow · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return listShadows(await requireAdmin(request));
}

export default function Shadows() {
  const { drafts, runs, format, mayChange } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Drafts in the shadow"
      subtitle="A draft decides the orders that come in, beside your rules, and moves nothing."
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <BlockStack gap="400">
        {mayChange ? <StartShadowCard drafts={drafts} /> : null}
        <ShadowRunsCard runs={runs} format={format} />
      </BlockStack>
    </Page>
  );
}
