import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { showHome } from "#app/insights/show-home.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { AttentionCard } from "#app/ui/home/attention-card.tsx";
import { HealthCard } from "#app/ui/home/health-card.tsx";
import { SetupCard } from "#app/ui/home/setup-card.tsx";
import { TodayCard } from "#app/ui/home/today-card.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export const meta = () => [{ title: "Home · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  return showHome(shop);
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const { firstSync } = home.health;
  useRefreshWhile(firstSync === "running" || firstSync === "not_started");
  return (
    <Page title="Home" subtitle="What needs you, and how today goes">
      <Layout>
        {home.setup ? (
          <Layout.Section variant="fullWidth">
            <SetupCard steps={home.setup} />
          </Layout.Section>
        ) : null}
        <Layout.Section>
          <BlockStack gap="400">
            <AttentionCard home={home} />
            <TodayCard home={home} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <HealthCard home={home} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}
