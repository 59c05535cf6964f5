import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { showPrices } from "#app/insights/price/show-prices.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { PricesCard } from "#app/ui/replay/prices-card.tsx";
import { ProgressCard } from "#app/ui/replay/progress-card.tsx";
import { isUnderWay } from "#app/ui/replay/run-status-badge.tsx";
import { StartPricesCard } from "#app/ui/replay/start-prices-card.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export const meta = () => [{ title: "What each rule costs · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  return showPrices(shop);
}

export default function Prices() {
  const { latest, prices, mayStart, format } = useLoaderData<typeof loader>();
  const underWay = latest !== null && isUnderWay(latest);
  const endedBadly = latest?.status === "failed" || latest?.status === "cancelled";
  useRefreshWhile(underWay);
  return (
    <Page
      title="What each rule costs"
      subtitle="Your last orders decided again with today's rules, and without each one of them"
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <BlockStack gap="400">
        {latest && (underWay || endedBadly) ? (
          <ProgressCard run={latest} mayCancel={mayStart} />
        ) : null}
        {mayStart && !underWay ? <StartPricesCard /> : null}
        <PricesCard prices={prices} format={format} />
      </BlockStack>
    </Page>
  );
}
