import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { listPilots } from "#app/insights/pilot/list-pilots.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { PilotsCard } from "#app/ui/trials/pilots-card.tsx";
import { StartPilotCard } from "#app/ui/trials/start-pilot-card.tsx";

export const meta = () => [{ title: "Pilots · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return listPilots(await requireAdmin(request));
}

export default function Pilots() {
  const view = useLoaderData<typeof loader>();
  const mayStart = view.mayChange && !view.isRunning && view.drafts.length > 0;
  return (
    <Page
      title="Pilots"
      subtitle="A draft decides some orders for real, beside a control group that keeps your rules."
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <BlockStack gap="400">
        {view.isRunning ? (
          <Banner>A pilot runs. End it before you start another one.</Banner>
        ) : null}
        {view.drafts.length === 0 && view.mayChange ? (
          <Banner>There is no draft to pilot. Begin one under Rules.</Banner>
        ) : null}
        {mayStart ? <StartPilotCard view={view} /> : null}
        <PilotsCard pilots={view.pilots} format={view.format} />
      </BlockStack>
    </Page>
  );
}
